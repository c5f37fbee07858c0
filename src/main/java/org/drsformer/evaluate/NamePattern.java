package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.Optional;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.ImageFiles;

/**
 * Chooses files of a folder and the name by which each is paired: {@code *_DR.png} chooses {@code 1_DR.png}, whose name
 * is {@code 1}. A pattern that ends like an image is compared with the whole file name, any other pattern with the file
 * name without its ending. Case matters only in the name.
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

	/** Returns the name of a file; empty if the pattern does not choose the file. */
	Optional<String> nameOf(final Path file) {
		final String prefix = text.substring(0, text.indexOf('*'));
		final String suffix = text.substring(prefix.length() + 1);
		final String full = file.getFileName().toString();
		final String compared = ImageFiles.isImageName(Path.of("x" + suffix)) ? full : baseName(full);
		final int end = compared.length() - suffix.length();
		final boolean meant = end > prefix.length() && compared.regionMatches(true, 0, prefix, 0, prefix.length())
			&& compared.regionMatches(true, end, suffix, 0, suffix.length());
		return meant ? Optional.of(compared.substring(prefix.length(), end)) : Optional.empty();
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
