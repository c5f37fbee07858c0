package org.drsformer.checkpoint.pickle;

import java.nio.ByteBuffer;
import java.util.Locale;

/**
 * The types of numbers that PyTorch stores, each with the name of its storage class, and their conversion to float32.
 */
public enum ElementType {

	FLOAT(4, ByteBuffer::getFloat), DOUBLE(8, bytes -> (float) bytes.getDouble()),
	HALF(2, bytes -> fromHalf(bytes.getShort())),
	BFLOAT16("BFloat16", 2, bytes -> Float.intBitsToFloat(bytes.getShort() << 16)), LONG(8, ByteBuffer::getLong),
	INT(4, ByteBuffer::getInt), SHORT(2, ByteBuffer::getShort), CHAR(1, ByteBuffer::get),
	BYTE(1, bytes -> bytes.get() & 0xff), BOOL(1, bytes -> bytes.get() == 0 ? 0 : 1);

	private interface Decoder {
		float next(ByteBuffer bytes);
	}

	private static final int MANTISSA_BITS = 10;

	private final String prefix;
	private final int size;
	private final Decoder decoder;

	ElementType(final int size, final Decoder decoder) {
		this(null, size, decoder);
	}

	ElementType(final String prefix, final int size, final Decoder decoder) {
		this.prefix = prefix == null ? name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT) : prefix;
		this.size = size;
		this.decoder = decoder;
	}

	/** Returns the name of PyTorch's class, such as {@code FloatStorage}. */
	public String storageClass() {
		return prefix + "Storage";
	}

	/** Returns how many bytes one number takes. */
	public int size() {
		return size;
	}

	/** Converts {@code count} numbers of {@code bytes} and puts them into {@code values} from {@code start} on. */
	public void decode(final ByteBuffer bytes, final float[] values, final int start, final int count) {
		if (this == FLOAT)
			bytes.asFloatBuffer().get(values, start, count);
		else
			for (int i = start; i < start + count; i++)
				values[i] = decoder.next(bytes);
	}

	/** Converts an IEEE 754 binary16 number, which Java itself does since version 20. */
	private static float fromHalf(final short bits) {
		final int exponent = bits >> MANTISSA_BITS & 0x1f;
		final int mantissa = bits & 0x3ff;
		final float magnitude = switch (exponent) {
			case 0 -> mantissa * 0x1p-24f;
			case 31 -> mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
			default -> Float.intBitsToFloat(exponent + 112 << 23 | mantissa << 13);
		};
		return bits < 0 ? -magnitude : magnitude;
	}
}
