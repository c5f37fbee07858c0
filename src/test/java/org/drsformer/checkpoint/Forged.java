package org.drsformer.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.source.Source;
import org.drsformer.checkpoint.zip.ZipWriter;

/** Makes checkpoints that PyTorch does not write, or no longer writes, from pickles in readable form. */
public final class Forged {

	private static final String LEGACY_HEADER = "\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019." +
		"\u0080\u0002M\u00e9\u0003.";

	private Forged() {}

	/** Returns a call of _rebuild_tensor_v2 in the instructions of protocol 0. */
	public static String tensor(final String type, final String key, final long elements, final long offset,
		final long[] shape, final long... strides)
	{
		return "ctorch._utils\n_rebuild_tensor_v2\n((Vstorage\nctorch\n" + type + "Storage\nV" + key + "\nVcpu\nL" +
			elements + "L\ntQL" + offset + "L\n" + tuple(shape) + tuple(strides) +
			"I00\nccollections\nOrderedDict\n)RtR";
	}

	private static String tuple(final long... values) {
		return Arrays.stream(values).mapToObj(value -> "L" + value + "L\n").collect(Collectors.joining("", "(", "t"));
	}

	/** Returns a pickle of a dictionary with the one entry {@code w}. */
	public static String only(final String value) {
		return "(Vw\n" + value + "d.";
	}

	public static byte[] latin(final String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	static String text(final byte[] latin) {
		return new String(latin, StandardCharsets.ISO_8859_1);
	}

	public static byte[] zip(final String pickle, final byte[]... storages) throws IOException {
		return zip(latin(pickle), "little", storages);
	}

	public static byte[] zip(final byte[] pickle, final String byteOrder, final byte[]... storages) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final ZipWriter zip = new ZipWriter(out);
		zip.add("any name/data.pkl", pickle);
		zip.add("any name/byteorder", latin(byteOrder));
		for (int key = 0; key < storages.length; key++)
			zip.add("any name/data/" + key, storages[key]);
		zip.finish();
		return out.toByteArray();
	}

	/** Returns an archive of these entries. */
	public static byte[] zip(final Map<String, byte[]> entries) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		final ZipWriter zip = new ZipWriter(out);
		for (final Map.Entry<String, byte[]> entry : entries.entrySet())
			zip.add(entry.getKey(), entry.getValue());
		zip.finish();
		return out.toByteArray();
	}

	/** Returns a safetensors file: a header in JSON, with ' for ", and the numbers. */
	static byte[] safetensors(final String header, final byte[] numbers) {
		final byte[] json = header.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
		return little(Long.BYTES + json.length + numbers.length).putLong(json.length).put(json).put(numbers).array();
	}

	/** Returns a file in the form of PyTorch before 1.6. */
	public static byte[] legacy(final String pickle, final int elementSize, final byte[]... storages)
		throws IOException
	{
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(latin(LEGACY_HEADER + "(Vlittle_endian\nI01\nd." + pickle));
		out.writeBytes(latin(IntStream.range(0, storages.length)
			.mapToObj(key -> "V" + key + "\n")
			.collect(Collectors.joining("", "(", "l."))));
		for (final byte[] storage : storages) {
			out.writeBytes(little(Long.BYTES).putLong(storage.length / elementSize).array());
			out.writeBytes(storage);
		}
		return out.toByteArray();
	}

	public static ByteBuffer little(final int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}

	public static byte[] floats(final float... values) {
		final ByteBuffer bytes = little(values.length * Float.BYTES);
		bytes.asFloatBuffer().put(values);
		return bytes.array();
	}

	/** Reads a checkpoint from memory. */
	public static Checkpoint checkpoint(final byte[] checkpoint) throws IOException {
		return Checkpoint.read(Source.of(checkpoint), "forged.pth");
	}

	/** Reads a checkpoint from memory, and returns its tensor {@code w}. */
	public static Tensor read(final byte[] checkpoint) throws IOException {
		return checkpoint(checkpoint).tensors().get("w");
	}

	/** Returns the message about a checkpoint that is refused; null if it is not refused. */
	public static String refusal(final byte[] checkpoint) throws IOException {
		try {
			checkpoint(checkpoint);
			return null;
		}
		catch (final DrsformerException e) {
			return e.getMessage();
		}
	}
}
