package org.drsformer.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.drsformer.checkpoint.pickle.ElementType;
import org.drsformer.checkpoint.pickle.Opcode;
import org.drsformer.checkpoint.pickle.PickleReader;

/**
 * Writes plain values as a pickle of protocol 2, with only those instructions that {@code torch.load} accepts with
 * {@code weights_only=True}. Values are null, Boolean, Integer, Long, Float, Double, String, List, Map (as
 * OrderedDict), {@link Tensor}, and {@link Checkpoint} as the map of its tensors. {@link PickleReader} reads all of
 * them.
 */
final class PickleWriter {

	private static final int PROTOCOL = 2;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final List<Tensor> tensors = new ArrayList<>();

	/** Returns the pickle of a value. May be called once. */
	byte[] pickle(final Object value) {
		write(Opcode.PROTO, PROTOCOL);
		write(value);
		write(Opcode.STOP);
		return out.toByteArray();
	}

	/** Returns the tensors of the value in the order of their storages, whose keys are 0, 1, 2 and so on. */
	List<Tensor> tensors() {
		return tensors;
	}

	private void write(final Object value) {
		if (value == null)
			write(Opcode.NONE);
		else if (value instanceof final Boolean flag)
			write(flag ? Opcode.NEWTRUE : Opcode.NEWFALSE);
		else if (value instanceof Integer || value instanceof Long)
			integer(((Number) value).longValue());
		else if (value instanceof Float || value instanceof Double)
			number(((Number) value).doubleValue());
		else if (value instanceof final String text)
			text(text);
		else
			container(value);
	}

	private void container(final Object value) {
		if (value instanceof final List<?> list)
			list(list);
		else if (value instanceof final Map<?, ?> map)
			dictionary(map);
		else if (value instanceof final Checkpoint checkpoint)
			dictionary(checkpoint.tensors());
		else if (value instanceof final Tensor tensor)
			tensor(tensor);
		else
			throw new IllegalArgumentException("Not a plain value: " + value.getClass());
	}

	private void integer(final long value) {
		if (value == (int) value) {
			write(Opcode.BININT);
			little(Integer.BYTES, value);
		}
		else {
			write(Opcode.LONG1, Long.BYTES);
			little(Long.BYTES, value);
		}
	}

	/** Writes a floating point number, whose bytes are in the opposite order of everything else. */
	private void number(final double value) {
		write(Opcode.BINFLOAT);
		little(Double.BYTES, Long.reverseBytes(Double.doubleToRawLongBits(value)));
	}

	private void text(final String text) {
		final byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		write(Opcode.BINUNICODE);
		little(Integer.BYTES, utf8.length);
		out.writeBytes(utf8);
	}

	private void list(final List<?> list) {
		write(Opcode.EMPTY_LIST);
		write(Opcode.MARK);
		list.forEach(this::write);
		write(Opcode.APPENDS);
	}

	private void dictionary(final Map<?, ?> map) {
		emptyDictionary();
		write(Opcode.MARK);
		map.forEach((key, value) -> {
			write(key);
			write(value);
		});
		write(Opcode.SETITEMS);
	}

	private void emptyDictionary() {
		global("collections", "OrderedDict");
		write(Opcode.EMPTY_TUPLE);
		write(Opcode.REDUCE);
	}

	/** Writes a call of _rebuild_tensor_v2(storage, offset, shape, strides, requires_grad, backward_hooks). */
	private void tensor(final Tensor tensor) {
		global("torch._utils", "_rebuild_tensor_v2");
		write(Opcode.MARK);
		storage(tensor);
		integer(0);
		tuple(tensor.shape());
		tuple(strides(tensor.shape()));
		write(Opcode.NEWFALSE);
		emptyDictionary();
		write(Opcode.TUPLE);
		write(Opcode.REDUCE);
	}

	private void storage(final Tensor tensor) {
		write(Opcode.MARK);
		text("storage");
		global("torch", ElementType.FLOAT.storageClass());
		text(Integer.toString(tensors.size()));
		text("cpu");
		integer(tensor.size());
		write(Opcode.TUPLE);
		write(Opcode.BINPERSID);
		tensors.add(tensor);
	}

	private void tuple(final int[] values) {
		write(Opcode.MARK);
		for (final int value : values)
			integer(value);
		write(Opcode.TUPLE);
	}

	private static int[] strides(final int[] shape) {
		final int[] strides = new int[shape.length];
		int step = 1;
		for (int axis = shape.length - 1; axis >= 0; axis--) {
			strides[axis] = step;
			step *= shape[axis];
		}
		return strides;
	}

	private void global(final String module, final String name) {
		write(Opcode.GLOBAL);
		out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
	}

	private void write(final Opcode opcode) {
		out.write(opcode.code());
	}

	/** Writes an instruction with an argument of one byte. */
	private void write(final Opcode opcode, final int argument) {
		out.write(opcode.code());
		out.write(argument);
	}

	private void little(final int count, final long value) {
		out.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array(), 0, count);
	}
}
