package org.drsformer.derain;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.image.ImageFiles;

/**
 * How results are called.
 *
 * @param format the ending that all get, such as {@code png}; empty for that of the input, but {@code png} for JPEG, which
 *          would lose some of the result
 * @param suffix put between the name and its ending; may be empty
 */
public record OutputNames(String format, String suffix) {

	/** The formats that can be asked for. */
	public static final List<String> FORMATS = List.of("same", "png", "tif", "jpg", "bmp", "avi");

	/** The same as the input, but for JPEG. */
	public static final OutputNames SAME = new OutputNames("", "");

	/** @throws DrsformerException if there is no such format, or the suffix would lead into another folder */
	public OutputNames {
		format = format.strip().toLowerCase(Locale.ROOT);
		if (format.equals(FORMATS.get(0)))
			format = "";
		if (!format.isEmpty() && !FORMATS.contains(format))
			throw new DrsformerException("Results cannot be written as \"" + format + "\"; choose one of " + String.join(", ",
				FORMATS) + ".");
		if (suffix.contains("/") || suffix.contains("\\") || suffix.indexOf('\0') >= 0)
			throw new DrsformerException("The suffix \"" + suffix + "\" cannot be part of a file name; leave out the slash.");
	}

	/** The name of the result for a file. */
	public String of(final Path input) {
		final String same = ImageFiles.outputName(input);
		final int dot = same.lastIndexOf('.');
		final String stem = dot < 0 ? same : same.substring(0, dot);
		final String ending = dot < 0 ? "" : same.substring(dot);
		return stem + suffix + (format.isEmpty() ? ending : "." + format);
	}
}
