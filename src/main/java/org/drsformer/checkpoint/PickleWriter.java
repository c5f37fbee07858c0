package org.drsformer.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.drsformer.checkpoint.pickle.ElementType;
import org.drsformer.checkpoint.pickle.PickleReader;

/**
 * Writes plain values as a pickle of protocol 2, with only those instructions that {@code torch.load} takes with
 * {@code weights_only=True}: null, Boolean, Integer, Long, Float, Double, String, List, Map (as OrderedDict),
 * {@link Tensor}, and {@link Checkpoint} as the map of its tensors. What {@link PickleReader} reads, as far as a
 * checkpoint needs it.
 */
public final class PickleWriter {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final List<Tensor> tensors = new ArrayList<>();

	/** The pickle of a value. */
	public byte[] pickle(final Object value) {
		bytes(0x80, 2);
		write(value);
		bytes('.');
		return out.toByteArray();
	}

	/** The tensors of the value in the order of their storages, whose keys are 0, 1, 2 and so on. */
	List<Tensor> tensors() {
		return tensors;
	}

	private void write(final Object value) {
		if (value == null)
			bytes('N');
		else if (value instanceof final Boolean flag)
			bytes(flag ? 0x88 : 0x89);
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
			throw new IllegalArgumentException("no plain value: " + value.getClass());
	}

	private void integer(final long value) {
		if (value == (int) value) {
			bytes('J');
			little(Integer.BYTES, value);
		}
		else {
			bytes(0x8a, Long.BYTES);
			little(Long.BYTES, value);
		}
	}

	/** Python keeps the bytes of a floating point number in the opposite order of everything else. */
	private void number(final double value) {
		bytes('G');
		little(Double.BYTES, Long.reverseBytes(Double.doubleToRawLongBits(value)));
	}

	private void text(final String text) {
		final byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		bytes('X');
		little(Integer.BYTES, utf8.length);
		out.writeBytes(utf8);
	}

	private void list(final List<?> list) {
		bytes(']', '(');
		list.forEach(this::write);
		bytes('e');
	}

	private void dictionary(final Map<?, ?> map) {
		emptyDictionary();
		bytes('(');
		map.forEach((key, value) -> {
			write(key);
			write(value);
		});
		bytes('u');
	}

	private void emptyDictionary() {
		global("collections", "OrderedDict");
		bytes(')', 'R');
	}

	/** A call of _rebuild_tensor_v2(storage, offset, shape, strides, requires_grad, backward_hooks). */
	private void tensor(final Tensor tensor) {
		global("torch._utils", "_rebuild_tensor_v2");
		bytes('(');
		storage(tensor);
		integer(0);
		tuple(tensor.shape());
		tuple(strides(tensor.shape()));
		bytes(0x89);
		emptyDictionary();
		bytes('t', 'R');
	}

	private void storage(final Tensor tensor) {
		bytes('(');
		text("storage");
		global("torch", ElementType.FLOAT.storageClass());
		text(Integer.toString(tensors.size()));
		text("cpu");
		integer(tensor.size());
		bytes('t', 'Q');
		tensors.add(tensor);
	}

	private void tuple(final int[] values) {
		bytes('(');
		for (final int value : values)
			integer(value);
		bytes('t');
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
		out.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
	}

	private void bytes(final int... values) {
		for (final int value : values)
			out.write(value);
	}

	private void little(final int count, final long value) {
		out.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array(), 0, count);
	}
}
