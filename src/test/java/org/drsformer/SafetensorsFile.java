package org.drsformer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.StringJoiner;

import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.checkpoint.Tensor;

/** Writes weights in the same way as the library safetensors. */
public final class SafetensorsFile {

	private SafetensorsFile() {
		// static functions only
	}

	public static void write(final Path file, final Checkpoint weights) throws IOException {
		final StringJoiner header = new StringJoiner(",", "{", "}");
		long position = 0;
		for (final Map.Entry<String, Tensor> entry : weights.tensors().entrySet()) {
			final long end = position + (long) Float.BYTES * entry.getValue().size();
			header.add("\"" + entry.getKey() + "\":{\"dtype\":\"F32\",\"shape\":[" +
				entry.getValue().shapeText().replace("x", ",").replace("scalar", "") + "],\"data_offsets\":[" +
				position + "," + end + "]}");
			position = end;
		}
		final byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
		try (OutputStream out = Files.newOutputStream(file)) {
			out.write(little(Long.BYTES).putLong(json.length).array());
			out.write(json);
			for (final Tensor tensor : weights.tensors().values()) {
				final ByteBuffer numbers = little(Float.BYTES * tensor.size());
				numbers.asFloatBuffer().put(tensor.data());
				out.write(numbers.array());
			}
		}
	}

	private static ByteBuffer little(final int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}
}
