package org.drsformer.cli.option;

import java.nio.file.Path;
import java.util.regex.Pattern;

import org.drsformer.DrsformerException;
import org.drsformer.io.PathText;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads paths in options. Refuses addresses of files on other systems, which would otherwise become strange folder
 * names on this one.
 */
public final class PathConverter implements ITypeConverter<Path> {

	/** The scheme has two letters at least, since one letter is a drive of Windows. */
	private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:/.*", Pattern.DOTALL);

	@Override
	public Path convert(final String text) {
		if (ADDRESS.matcher(text).matches())
			throw new TypeConversionException(
				text + " is an address, not a path; give the path of a file or folder that this computer can" +
					" access, such as /data/rainy.");
		try {
			return PathText.parse(text);
		}
		catch (final DrsformerException refused) {
			throw new TypeConversionException(refused.getMessage());
		}
	}
}
