package org.drsformer.batch.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.ImageFiles;

/**
 * How results are called.
 *
 * @param format the ending that all get, such as {@code png}; empty for that of the input, but {@code png} for JPEG,
 *        which would lose some of the result
 * @param suffix put between the name and its ending; may be empty
 * @param keepEnding whether a result of another format has the ending of the input in its name: {@code cat.jpg.png},
 *        which is not in the way of that for {@code cat.png}
 */
public record OutputNames(String format, String suffix, boolean keepEnding) {

	/** The formats that can be asked for. */
	public static final List<String> FORMATS = List.of("same", "png", "tif", "jpg", "bmp", "avi");

	/** The same as the input, but for JPEG. */
	public static final OutputNames SAME = new OutputNames("", "", false);

	/** @throws DrsformerException if there is no such format, or the suffix would lead into another folder */
	public OutputNames {
		format = format.strip().toLowerCase(Locale.ROOT);
		if (format.equals(FORMATS.get(0)))
			format = "";
		if (!format.isEmpty() && !FORMATS.contains(format))
			throw new DrsformerException(
				"Results cannot be written as \"" + format + "\"; choose one of " + String.join(", ", FORMATS) + ".");
		if (suffix.contains("/") || suffix.contains("\\") || suffix.indexOf('\0') >= 0)
			throw new DrsformerException(
				"The suffix \"" + suffix + "\" cannot be part of a file name; leave out the slash.");
	}

	/** The name of the result for a file. */
	public String of(final Path input) {
		final String name = input.getFileName().toString();
		final String usual = ending(ImageFiles.outputName(input));
		final String ending = format.isEmpty() ? usual : "." + format;
		final boolean keeps = keepEnding && !ending.equalsIgnoreCase(ending(name));
		return (keeps ? name : name.substring(0, name.length() - ending(name).length())) + suffix + ending;
	}

	/** With its dot; empty if there is none. */
	private static String ending(final String name) {
		final int dot = name.lastIndexOf('.');
		return dot < 0 ? "" : name.substring(dot);
	}
}
