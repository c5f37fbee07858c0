package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.ImageFiles;

/**
 * Chooses files of a folder and the name by which each is paired: {@code *_DR.png} chooses {@code 1_DR.png}, whose name
 * is {@code 1}. A pattern that ends like an image is compared with the whole file name, any other pattern with the file
 * name without its ending. Case matters only in the name. {@code #} stands for a number that is not part of the name:
 * {@code *_#.jpg} gives {@code 901_1.jpg} and {@code 901_14.jpg} the name {@code 901}, so that many results have one
 * target.
 *
 * @param text with one {@code *}, which stands for the name
 */
public record NamePattern(String text) {

	/** Chooses every image; the name is that of the file without its ending. */
	public static final NamePattern ANY = new NamePattern("*");

	/**
	 * Checks the pattern.
	 *
	 * @throws DrsformerException unless there is exactly one {@code *}, and no folder
	 */
	public NamePattern {
		if (text.indexOf('*') < 0 || text.indexOf('*') != text.lastIndexOf('*') || text.matches(".*[/\\\\].*"))
			throw new DrsformerException("The pattern '" + text +
				"' cannot be used; write one * where the name of the image is, such as *_DR.png.");
	}

	/** Returns whether several files may have one name, since a number in the file name is not part of it. */
	boolean leavesOutNumbers() {
		return text.indexOf('#') >= 0;
	}

	/** Returns the name of a file; empty if the pattern does not choose the file. */
	Optional<String> nameOf(final Path file) {
		final String full = file.getFileName().toString();
		final String suffix = text.substring(text.indexOf('*') + 1).replace('#', '1');
		final Matcher matcher = regex().matcher(ImageFiles.isImageName(Path.of("x" + suffix)) ? full : baseName(full));
		return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	private Pattern regex() {
		final StringBuilder regex = new StringBuilder();
		for (final char c : text.toCharArray())
			regex.append(c == '*' ? "(.+)" : c == '#' ? "[0-9]+" : Pattern.quote(String.valueOf(c)));
		return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
	}

	/** Returns a file name without its ending. */
	static String baseName(final String fileName) {
		final int dot = fileName.lastIndexOf('.');
		return dot > 0 ? fileName.substring(0, dot) : fileName;
	}

	/** Returns the pattern as it is written. */
	@Override
	public String toString() {
		return text;
	}
}
