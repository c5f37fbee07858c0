package org.drsformer.checkpoint;

import java.util.Map;

import org.drsformer.checkpoint.pickle.ElementType;
import org.drsformer.checkpoint.pickle.Storage;
import org.drsformer.checkpoint.pickle.StoredTensor;
import org.drsformer.checkpoint.source.Refusal;

/**
 * The description of one tensor in the header of a safetensors file.
 *
 * @param dtype the type of its numbers, such as {@code F32}
 * @param shape the length of each axis; no axis for a single number
 * @param begin where its numbers begin, in bytes after the header
 * @param end where its numbers end, in bytes after the header
 */
record SafetensorsEntry(String dtype, long[] shape, long begin, long end) {

	private static final Map<String, ElementType> WEIGHTS = Map.of("F64", ElementType.DOUBLE, "F32", ElementType.FLOAT,
		"F16", ElementType.HALF, "BF16", ElementType.BFLOAT16);
	/** Types that count something, with their bytes: no weight of a DRSformer has one of them. */
	private static final Map<String, Integer> INTEGERS = Map.of("I64", 8, "U64", 8, "I32", 4, "U32", 4, "I16", 2, "U16",
		2, "I8", 1, "U8", 1, "BOOL", 1);

	/** Returns whether the tensor can be a weight; others are left out. */
	boolean isWeight() {
		return WEIGHTS.containsKey(dtype);
	}

	/** @throws Refusal if its type is unknown, or its numbers do not take as many bytes as the header says */
	SafetensorsEntry checked(final String name) {
		if (!isWeight() && !INTEGERS.containsKey(dtype))
			throw Refusal.foreign("its tensor " + Refusal.quote(name) + " is of the type " + Refusal.quote(dtype) +
				", which is not supported");
		final long size = isWeight() ? WEIGHTS.get(dtype).size() : INTEGERS.get(dtype);
		final long numbers = numbers();
		if (begin > end || numbers > (end - begin) / size || numbers * size != end - begin)
			throw Refusal
				.damaged("its tensor " + Refusal.quote(name) + " does not take the bytes that its shape needs");
		return this;
	}

	/** Returns how many numbers the tensor has; Long.MAX_VALUE if there are more. */
	private long numbers() {
		long numbers = 1;
		for (final long axis : shape)
			numbers = axis > 0 && numbers > Long.MAX_VALUE / axis ? Long.MAX_VALUE : numbers * axis;
		return numbers;
	}

	/** Returns the tensor as a pickle would describe it, with a storage of its own. */
	StoredTensor tensor(final String name) {
		return StoredTensor.whole(new Storage(WEIGHTS.get(dtype), name, numbers()), shape);
	}
}
