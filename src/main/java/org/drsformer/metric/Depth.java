package org.drsformer.metric;

import java.util.OptionalDouble;

import org.drsformer.DrsformerException;
import org.drsformer.metric.luma.Scale;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/** The pixel types that a protocol scores: an image is never silently scored against the range of another type. */
enum Depth {

	/** 8 bit and RGB only: the definition of the protocol contains 255. */
	BYTE("8-bit images", "convert both to 8 bit or RGB, or use the protocol did-ddn or scientific"),

	/** 8 bit and RGB by their type, everything else against a range that the user states. */
	BYTE_UNLESS_STATED("8-bit images",
		"convert both to 8 bit or RGB, state the data range, or use the protocol did-ddn or scientific"),

	/** 8 bit, RGB and unsigned 16 bit by their type, everything else against a range that the user states. */
	BYTE_OR_SHORT("8-bit and 16-bit images", "convert both, or state the data range"),

	/** Every integer type by its range, floating point against a range that the user states. */
	INTEGER("integer images by the range of their type", "state the data range");

	private static final double BYTE_RANGE = 255;

	private static final double SHORT_RANGE = 65535;

	private final String accepted;

	private final String remedy;

	Depth(final String accepted, final String remedy) {
		this.accepted = accepted;
		this.remedy = remedy;
	}

	/**
	 * Returns what the values of both images mean.
	 *
	 * @param protocol its name, for the message
	 * @param stated the range that the user stated, if any
	 * @throws DrsformerException if the protocol does not score the types, or they differ and no range is stated
	 */
	Scale scale(final String protocol, final RandomAccessibleInterval<?> result,
		final RandomAccessibleInterval<?> target, final OptionalDouble stated)
	{
		final double typeRange = unsignedRange(result.getType());
		final double sharedRange = typeRange == unsignedRange(target.getType()) ? typeRange : Double.NaN;
		if (stated.isPresent() && (this != BYTE || stated.getAsDouble() == BYTE_RANGE && sharedRange == BYTE_RANGE))
			return new Scale(sharedRange, stated.getAsDouble());
		checkType(protocol, result);
		checkType(protocol, target);
		return new Scale(sharedRange, DataRange.common(result, target));
	}

	private void checkType(final String protocol, final RandomAccessibleInterval<?> image) {
		if (!scoresByType(image.getType()))
			throw new DrsformerException("The protocol " + protocol + " scores " + accepted + ", not " +
				DataRange.typeName(image) + " ones; " + remedy + ".");
	}

	private boolean scoresByType(final Object type) {
		final double range = unsignedRange(type);
		return switch (this) {
			case BYTE, BYTE_UNLESS_STATED -> range == BYTE_RANGE;
			case BYTE_OR_SHORT -> range == BYTE_RANGE || range == SHORT_RANGE;
			case INTEGER -> type instanceof ARGBType || type instanceof IntegerType;
		};
	}

	private static double unsignedRange(final Object type) {
		if (type instanceof ARGBType)
			return BYTE_RANGE;
		final boolean unsigned = type instanceof IntegerType && ((RealType<?>) type).getMinValue() == 0;
		return unsigned ? ((RealType<?>) type).getMaxValue() : Double.NaN;
	}
}
