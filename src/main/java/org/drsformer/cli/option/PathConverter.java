package org.drsformer.cli.option;

import java.nio.file.Path;
import java.util.regex.Pattern;

import org.drsformer.DrsformerException;
import org.drsformer.io.PathText;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Paths in options. What means a file on another system would else become a folder of a strange name on this one. */
public final class PathConverter implements ITypeConverter<Path> {

	/** More than a letter: that would be a drive of Windows. */
	private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*", Pattern.DOTALL);

	@Override
	public Path convert(final String text) {
		if (ADDRESS.matcher(text).matches())
			throw new TypeConversionException(
				text + " is an address and no path; give the path of a file or folder that this" +
					" computer sees, such as /data/rainy.");
		try {
			return PathText.parse(text);
		}
		catch (final DrsformerException refused) {
			throw new TypeConversionException(refused.getMessage());
		}
	}
}
