package org.drsformer.checkpoint.pickle;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

import org.drsformer.checkpoint.source.Refusal;

/** The objects that a pickle has stored under numbers, to use them again. */
final class PickleMemo {

	private final ByteBuffer bytes;
	private final PickleStack stack;
	private final Map<Long, Object> objects = new HashMap<>();

	/** @param bytes of the pickle, from which the numbers are read */
	PickleMemo(final ByteBuffer bytes, final PickleStack stack) {
		this.bytes = bytes;
		this.stack = stack;
	}

	/** Stores what is on top of the stack, or pushes what was stored. */
	void execute(final Opcode opcode) {
		switch (opcode) {
			case PUT -> objects.put(line(), stack.top());
			case BINPUT -> objects.put((long) PickleScalars.unsigned8(bytes), stack.top());
			case LONG_BINPUT -> objects.put(PickleScalars.unsigned32(bytes), stack.top());
			case MEMOIZE -> objects.put((long) objects.size(), stack.top());
			case GET -> stack.push(recall(line()));
			case BINGET -> stack.push(recall(PickleScalars.unsigned8(bytes)));
			case LONG_BINGET -> stack.push(recall(PickleScalars.unsigned32(bytes)));
			default -> throw new IllegalArgumentException(opcode.name());
		}
	}

	private long line() {
		try {
			return Long.parseLong(PickleScalars.line(bytes));
		}
		catch (final NumberFormatException e) {
			throw Refusal.malformed();
		}
	}

	private Object recall(final long index) {
		if (!objects.containsKey(index))
			throw Refusal.malformed();
		return objects.get(index);
	}
}
