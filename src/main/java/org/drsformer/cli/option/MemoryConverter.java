package org.drsformer.cli.option;

import org.drsformer.DrsformerException;
import org.drsformer.derain.MemoryBound;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads amounts of memory as {@link MemoryBound} does. */
final class MemoryConverter implements ITypeConverter<Long> {

	@Override
	public Long convert(final String text) {
		try {
			return MemoryBound.parse(text);
		}
		catch (final DrsformerException exc) {
			throw new TypeConversionException(exc.getMessage());
		}
	}
}
