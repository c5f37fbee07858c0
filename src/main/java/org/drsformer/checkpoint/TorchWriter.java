package org.drsformer.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.zip.ZipWriter;
import org.drsformer.io.WholeFile;

/**
 * Writes files that {@code torch.load} reads, also with {@code weights_only=True}:
 *
 * <pre>
 * TorchWriter.write(file, Map.of("params", last, "params_ema", averaged, "iteration", 92000));
 * </pre>
 */
public final class TorchWriter {

	private static final String FOLDER = "archive/";
	private static final int CHUNK = 1 << 16;

	private TorchWriter() {}

	/**
	 * Writes a dictionary into a file of PyTorch's zip form. Writes it next to {@code file} under another name and
	 * renames it when it is complete, so that an existing file is replaced as a whole or not at all.
	 *
	 * @param contents {@link Checkpoint}s, {@link Tensor}s, numbers, texts, Booleans, nulls, and Lists and Maps of
	 *        them, by name
	 * @throws IllegalArgumentException if the contents hold anything else
	 * @throws DrsformerException with one sentence if the file cannot be written
	 */
	public static void write(final Path file, final Map<String, ?> contents) {
		WholeFile.write(file, out -> write(out, contents));
	}

	/** Writes the same to a stream, which stays open. */
	static void write(final OutputStream out, final Map<String, ?> contents) throws IOException {
		final PickleWriter pickle = new PickleWriter();
		final ZipWriter zip = new ZipWriter(out);
		zip.add(FOLDER + "data.pkl", pickle.pickle(contents));
		zip.add(FOLDER + "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
		final List<Tensor> tensors = pickle.tensors();
		for (int key = 0; key < tensors.size(); key++)
			add(zip, FOLDER + "data/" + key, tensors.get(key).data());
		zip.add(FOLDER + "version", "3\n".getBytes(StandardCharsets.US_ASCII));
		zip.finish();
	}

	private static void add(final ZipWriter zip, final String name, final float[] values) throws IOException {
		zip.add(name, (long) values.length * Float.BYTES, target -> writeFloats(target, values));
	}

	private static void writeFloats(final OutputStream out, final float[] values) throws IOException {
		final int bytes = (int) Math.min(CHUNK, (long) values.length * Float.BYTES);
		final ByteBuffer chunk = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
		for (int start = 0; start < values.length;) {
			final int count = Math.min(chunk.capacity() / Float.BYTES, values.length - start);
			chunk.asFloatBuffer().put(values, start, count);
			out.write(chunk.array(), 0, count * Float.BYTES);
			start += count;
		}
	}
}
