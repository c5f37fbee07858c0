package org.drsformer.checkpoint.pickle;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.drsformer.checkpoint.source.Refusal;

/**
 * Reads one Python pickle as data, without running anything: the only names that mean something are those of
 * {@link Globals}. Python's values become null, Boolean, Long, BigInteger, Double, String, byte[], ArrayList (list),
 * Object[] (tuple), LinkedHashMap (dict and its kin), {@link StoredTensor}, and {@link Opaque} for all else. Containers
 * may hold themselves, so nobody may ask them for their hash code or text.
 */
public final class PickleReader {

	/** Every step takes a few hundred bytes at most; a full size checkpoint with its optimizer takes 150 000. */
	private static final int MOST_STEPS = 500_000;
	private static final int NEWEST_PROTOCOL = 5;
	private static final int STOP = '.';

	private final ByteBuffer bytes;
	private final PickleStack stack = new PickleStack();
	private final Map<Long, Object> memo = new HashMap<>();
	private final Map<String, Storage> storages = new LinkedHashMap<>();

	/** @param bytes where the pickle starts, in little endian; left behind the pickle */
	public PickleReader(final ByteBuffer bytes) {
		this.bytes = bytes;
	}

	/** The object that was pickled. */
	public Object read() {
		try {
			for (int step = 0; step < MOST_STEPS; step++) {
				final int instruction = PickleScalars.unsigned8(bytes);
				if (instruction == STOP)
					return stack.pop();
				execute(instruction);
			}
		}
		catch (final BufferUnderflowException | IndexOutOfBoundsException e) {
			throw Refusal.damaged("its description of the tensors ends early");
		}
		throw Refusal.foreign("its description of the tensors takes more than " + MOST_STEPS + " steps");
	}

	/** The storages that the object refers to, by their keys. */
	public Map<String, Storage> storages() {
		return storages;
	}

	private void execute(final int instruction) {
		final Object scalar = PickleScalars.read(instruction, bytes);
		if (scalar != PickleScalars.OTHER)
			stack.push(scalar);
		else if (!container(instruction) && !item(instruction) && !memo(instruction) && !call(instruction))
			housekeeping(instruction);
	}

	private boolean container(final int instruction) {
		switch (instruction) {
			case '(' -> stack.mark();
			case '}' -> stack.push(new LinkedHashMap<>());
			case ']' -> stack.push(new ArrayList<>());
			case ')' -> stack.push(new Object[0]);
			case 'd' -> stack.push(PickleItems.putAll(new LinkedHashMap<>(), stack.popToMark()));
			case 'l' -> stack.push(new ArrayList<>(Arrays.asList(stack.popToMark())));
			case 't' -> stack.push(stack.popToMark());
			case 0x8f -> stack.push(new Opaque("set"));
			case 0x91 -> stack.push(new Opaque("frozenset of " + stack.popToMark().length));
			case 0x85, 0x86, 0x87 -> stack.push(stack.pop(instruction - 0x84));
			default -> {
				return false;
			}
		}
		return true;
	}

	private boolean item(final int instruction) {
		switch (instruction) {
			case 's' -> PickleItems.set(stack.pop(2), stack.top());
			case 'u' -> PickleItems.set(stack.popToMark(), stack.top());
			case 'a' -> PickleItems.append(stack.pop(1), stack.top());
			case 'e' -> PickleItems.append(stack.popToMark(), stack.top());
			case 0x90 -> {
				stack.popToMark(); // what is added does not matter
				PickleItems.add(stack.top());
			}
			default -> {
				return false;
			}
		}
		return true;
	}

	private boolean memo(final int instruction) {
		switch (instruction) {
			case 'q' -> memo.put((long) PickleScalars.unsigned8(bytes), stack.top());
			case 'r' -> memo.put(PickleScalars.unsigned32(bytes), stack.top());
			case 0x94 -> memo.put((long) memo.size(), stack.top());
			case 'p' -> memo.put(memoLine(), stack.top());
			case 'h' -> stack.push(recall(PickleScalars.unsigned8(bytes)));
			case 'j' -> stack.push(recall(PickleScalars.unsigned32(bytes)));
			case 'g' -> stack.push(recall(memoLine()));
			default -> {
				return false;
			}
		}
		return true;
	}

	private boolean call(final int instruction) {
		switch (instruction) {
			case 'c' -> stack.push(Globals.find(PickleScalars.line(bytes), PickleScalars.line(bytes)));
			case 0x93 -> stack.push(find(new Arguments(stack.pop(2))));
			case 'i' -> stack.push(
				Globals.call(Globals.find(PickleScalars.line(bytes), PickleScalars.line(bytes)), stack.popToMark()));
			case 'R', 0x81 -> call(stack.pop(2));
			case 0x92 -> call(Arrays.copyOf(stack.pop(3), 2)); // the arguments that have names do not matter
			case 'o' -> callFirst(stack.popToMark());
			case 'Q' -> stack.push(persistent(stack.pop()));
			case 'b' -> {
				stack.pop(); // the attributes
				requireObject();
			}
			default -> {
				return false;
			}
		}
		return true;
	}

	private void housekeeping(final int instruction) {
		switch (instruction) {
			case 0x80 -> protocol(PickleScalars.unsigned8(bytes));
			case 0x95 -> bytes.getLong(); // the length of a frame, of use to streams only
			case '0' -> stack.pop();
			case '1' -> stack.popToMark();
			case '2' -> stack.push(stack.top());
			default ->
				throw Refusal.damaged("its description of the tensors has the unknown instruction " + instruction);
		}
	}

	private static void protocol(final int version) {
		if (version > NEWEST_PROTOCOL)
			throw Refusal.damaged("it is written in pickle protocol " + version + ", which does not exist");
	}

	private long memoLine() {
		try {
			return Long.parseLong(PickleScalars.line(bytes));
		}
		catch (final NumberFormatException e) {
			throw PickleStack.malformed();
		}
	}

	private Object recall(final long index) {
		if (!memo.containsKey(index))
			throw PickleStack.malformed();
		return memo.get(index);
	}

	private static Object find(final Arguments names) {
		return Globals.find(names.string(0), names.string(1));
	}

	private void call(final Object[] calleeAndArguments) {
		if (!(calleeAndArguments[1] instanceof final Object[] arguments))
			throw PickleStack.malformed();
		stack.push(Globals.call(calleeAndArguments[0], arguments));
	}

	private void callFirst(final Object[] items) {
		if (items.length == 0)
			throw PickleStack.malformed();
		stack.push(Globals.call(items[0], Arrays.copyOfRange(items, 1, items.length)));
	}

	/** A storage; one of an unknown kind, or the class of a module, is opaque. */
	private Object persistent(final Object id) {
		final boolean foreign = id instanceof final Object[] parts && parts.length > 1 && parts[1] instanceof Opaque;
		return foreign ? ((Object[]) id)[1] : storage(Storage.of(id));
	}

	/** One storage may be named many times, but always in the same way. */
	private Storage storage(final Storage storage) {
		final Storage known = storages.putIfAbsent(storage.key(), storage);
		if (known != null && !known.equals(storage))
			throw Refusal.damaged("it describes the data of one tensor in two ways");
		return storage;
	}

	/** PyTorch hangs a {@code _metadata} on the dictionary of a model's weights: nothing that the weights need. */
	private void requireObject() {
		if (!(stack.top() instanceof LinkedHashMap || stack.top() instanceof Opaque))
			throw Refusal.foreign("it gives attributes to what is neither a dictionary nor an object");
	}
}
