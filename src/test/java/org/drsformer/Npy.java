package org.drsformer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A NumPy array of float32 or float64 in C order, as the fixtures store them (version 1 of the format).
 *
 * @param data the values; float32 values are exact
 */
public record Npy(int[] shape, double[] data) {

	private static final Pattern HEADER = Pattern
		.compile("'descr': '<f([48])', 'fortran_order': False, 'shape': \\(([^)]*)\\)");
	private static final int HEADER_START = 10;

	/** Returns an array from the class path, such as {@code fixtures/d8_plain/raw0_rnd_16x24_in.npy}. */
	public static Npy read(final String resource) {
		try (InputStream stream = Npy.class.getResourceAsStream("/" + resource)) {
			return parse(ByteBuffer.wrap(Objects.requireNonNull(stream, resource).readAllBytes())
				.order(ByteOrder.LITTLE_ENDIAN));
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Npy parse(final ByteBuffer bytes) {
		final int dataStart = HEADER_START + bytes.getShort(8);
		final Matcher header = HEADER.matcher(new String(bytes.array(), 0, dataStart, StandardCharsets.ISO_8859_1));
		if (!header.find())
			throw new IllegalArgumentException("not a C order array of float32 or float64");
		bytes.position(dataStart);
		final int[] shape = Arrays.stream(header.group(2).split("[, ]+"))
			.filter(s -> !s.isEmpty())
			.mapToInt(Integer::parseInt)
			.toArray();
		final double[] data = new double[Arrays.stream(shape).reduce(1, Math::multiplyExact)];
		Arrays.setAll(data, header.group(1).equals("4") ? i -> bytes.getFloat() : i -> bytes.getDouble());
		return new Npy(shape, data);
	}

	/** Returns the values rounded to float32. */
	public float[] floats() {
		final float[] floats = new float[data.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (float) data[i];
		return floats;
	}
}
