package org.drsformer.batch.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.ImageFiles;

/**
 * The names of the results.
 *
 * @param format the ending of all results, such as {@code png}; empty for the ending of the input, but {@code png} for
 *        JPEG, which would lose some of the result
 * @param suffix comes between the name and its ending; may be empty
 * @param keepEnding whether a result in another format keeps the ending of the input in its name: {@code cat.jpg.png},
 *        which does not conflict with the result of {@code cat.png}
 */
public record OutputNames(String format, String suffix, boolean keepEnding) {

	/** The formats that users can choose; the first stands for the format of the input. */
	private static final List<String> FORMATS = List.of("same", "png", "tif", "jpg", "bmp", "avi");

	/** The name of the input, with {@code png} instead of the ending of JPEG. */
	public static final OutputNames SAME = new OutputNames("", "", false);

	/** @throws DrsformerException if the format is unknown, or the suffix would lead into another folder */
	public OutputNames {
		format = format.strip().toLowerCase(Locale.ROOT);
		if (format.equals(FORMATS.get(0)))
			format = "";
		if (!format.isEmpty() && !FORMATS.contains(format))
			throw new DrsformerException(
				"Results cannot be written as \"" + format + "\"; choose one of " + String.join(", ", FORMATS) + ".");
		if (suffix.contains("/") || suffix.contains("\\") || suffix.indexOf('\0') >= 0)
			throw new DrsformerException(
				"The suffix \"" + suffix + "\" cannot be part of a file name; leave the slash out.");
	}

	/** Returns the name of the result of a file. */
	public String of(final Path input) {
		final String name = input.getFileName().toString();
		final String usual = ending(ImageFiles.outputName(input));
		final String ending = format.isEmpty() ? usual : "." + format;
		final boolean keeps = keepEnding && !ending.equalsIgnoreCase(ending(name));
		return (keeps ? name : name.substring(0, name.length() - ending(name).length())) + suffix + ending;
	}

	/** Returns the ending of a name with its dot; empty if there is none. */
	private static String ending(final String name) {
		final int dot = name.lastIndexOf('.');
		return dot < 0 ? "" : name.substring(dot);
	}
}
