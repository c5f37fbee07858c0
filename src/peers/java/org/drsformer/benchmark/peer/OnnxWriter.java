package org.drsformer.benchmark.peer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Writes tiny networks as ONNX files: messages of Protocol Buffers with the numbers of their fields from
 * <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>.
 */
final class OnnxWriter {

	/** Element types of {@code TensorProto.DataType}. */
	static final int FLOAT = 1;
	static final int DOUBLE = 11;

	/** A size of a tensor that is free. */
	static final int FREE = -1;

	private static final int IR_VERSION = 8;
	private static final int OPERATORS = 17;
	/** {@code AttributeProto.AttributeType.INTS}. */
	private static final int INTS = 7;

	private final ByteArrayOutputStream graph = new ByteArrayOutputStream();

	/** Adds an input of the network. */
	OnnxWriter input(final String name, final int type, final int... shape) {
		return graph(11, value(name, type, shape));
	}

	/** Adds an output of the network. */
	OnnxWriter output(final String name, final int type, final int... shape) {
		return graph(12, value(name, type, shape));
	}

	/** Adds an operation without attributes, such as Identity. */
	OnnxWriter operation(final String operator, final String output, final String... inputs) {
		return graph(1, node(operator, output, inputs));
	}

	/**
	 * Adds a convolution 3x3.
	 *
	 * @param weight (out, in, 3, 3)
	 * @param channels of the input
	 * @param padding zeros around the image
	 */
	OnnxWriter convolution(final String input, final float[] weight, final int channels, final int padding,
		final String output)
	{
		final byte[] side = field(8, padding);
		final byte[] pads = join(text(1, "pads"), side, side, side, side, field(20, INTS));
		graph(1, join(node("Conv", output, input, "weight"), bytes(5, pads)));
		final ByteBuffer values = ByteBuffer.allocate(weight.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		values.asFloatBuffer().put(weight);
		return graph(5, join(field(1, weight.length / channels / 9), field(1, channels), field(1, 3), field(1, 3),
			field(2, FLOAT), text(8, "weight"), bytes(9, values.array())));
	}

	/** Writes the network and returns its file. */
	Path write(final Path file) throws IOException {
		graph(2, "tiny".getBytes(StandardCharsets.UTF_8));
		return Files.write(file,
			join(field(1, IR_VERSION), bytes(7, graph.toByteArray()), bytes(8, field(2, OPERATORS))));
	}

	/** Returns a {@code NodeProto}. */
	private static byte[] node(final String operator, final String output, final String... inputs) {
		return join(join(Stream.of(inputs).map(input -> text(1, input)).toArray(byte[][]::new)), text(2, output),
			text(4, operator));
	}

	private OnnxWriter graph(final int number, final byte[] content) {
		graph.writeBytes(bytes(number, content));
		return this;
	}

	/** Returns a {@code ValueInfoProto}. */
	private static byte[] value(final String name, final int type, final int... shape) {
		final ByteArrayOutputStream sizes = new ByteArrayOutputStream();
		for (int i = 0; i < shape.length; i++)
			sizes.writeBytes(bytes(1, shape[i] == FREE ? text(2, "free" + i) : field(1, shape[i])));
		return join(text(1, name), bytes(2, bytes(1, join(field(1, type), bytes(2, sizes.toByteArray())))));
	}

	private static byte[] text(final int number, final String text) {
		return bytes(number, text.getBytes(StandardCharsets.UTF_8));
	}

	/** Returns a field with a length and bytes: a text or a message. */
	private static byte[] bytes(final int number, final byte[] content) {
		return join(varint(number << 3 | 2), varint(content.length), content);
	}

	/** Returns a field with a number. */
	private static byte[] field(final int number, final int value) {
		return join(varint(number << 3), varint(value));
	}

	/** Returns a number in groups of 7 bits, the lowest first. */
	private static byte[] varint(final int value) {
		final ByteArrayOutputStream groups = new ByteArrayOutputStream();
		int rest = value;
		for (; rest > 127; rest >>>= 7)
			groups.write(rest & 127 | 128);
		groups.write(rest);
		return groups.toByteArray();
	}

	private static byte[] join(final byte[]... parts) {
		final ByteArrayOutputStream joined = new ByteArrayOutputStream();
		for (final byte[] part : parts)
			joined.writeBytes(part);
		return joined.toByteArray();
	}
}
