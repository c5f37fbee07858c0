package org.drsformer.checkpoint.pickle;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.drsformer.checkpoint.source.Refusal;

/**
 * Reads one Python pickle as data, without running anything: the only names that mean something are those of
 * {@link Globals}. Python's values become null, Boolean, Long, BigInteger, Double, String, byte[], ArrayList (list),
 * Object[] (tuple), LinkedHashMap (dict and similar), {@link StoredTensor}, and {@link Opaque} for all else. A
 * container may contain itself, so nobody may ask it for its hash code or text.
 */
public final class PickleReader {

	/** Each step takes a few hundred bytes at most; a full size checkpoint with its optimizer takes 150 000 steps. */
	private static final int MOST_STEPS = 500_000;
	private static final int NEWEST_PROTOCOL = 5;

	private final ByteBuffer bytes;
	private final PickleStack stack = new PickleStack();
	private final PickleMemo memo;
	private final Map<String, Storage> storages = new LinkedHashMap<>();

	/** @param bytes in little endian, at the start of the pickle; {@link #read} leaves them at its end */
	public PickleReader(final ByteBuffer bytes) {
		this.bytes = bytes;
		memo = new PickleMemo(bytes, stack);
	}

	/**
	 * Returns the object that was pickled.
	 *
	 * @throws Refusal if this is no pickle, or one that takes too long
	 */
	public Object read() {
		try {
			for (int step = 0; step < MOST_STEPS; step++) {
				final Opcode opcode = Opcode.of(PickleScalars.unsigned8(bytes));
				if (opcode == Opcode.STOP)
					return stack.pop();
				execute(opcode);
			}
		}
		catch (final BufferUnderflowException | IndexOutOfBoundsException e) {
			throw Refusal.damaged("its description of the tensors ends early");
		}
		throw Refusal.foreign("its description of the tensors takes more than " + MOST_STEPS + " steps");
	}

	/** Returns the storages that the object refers to, by their keys. */
	public Map<String, Storage> storages() {
		return storages;
	}

	private void execute(final Opcode opcode) {
		switch (opcode.kind()) {
			case SCALAR -> stack.push(PickleScalars.read(opcode, bytes));
			case CONTAINER -> container(opcode);
			case ITEM -> item(opcode);
			case MEMO -> memo.execute(opcode);
			case CALL -> call(opcode);
			default -> machine(opcode);
		}
	}

	private void container(final Opcode opcode) {
		switch (opcode) {
			case EMPTY_DICT -> stack.push(new LinkedHashMap<>());
			case EMPTY_LIST -> stack.push(new ArrayList<>());
			case EMPTY_TUPLE -> stack.push(new Object[0]);
			case DICT -> stack.push(PickleItems.putAll(new LinkedHashMap<>(), stack.popToMark()));
			case LIST -> stack.push(new ArrayList<>(Arrays.asList(stack.popToMark())));
			case TUPLE -> stack.push(stack.popToMark());
			case TUPLE1 -> stack.push(stack.pop(1));
			case TUPLE2 -> stack.push(stack.pop(2));
			case TUPLE3 -> stack.push(stack.pop(3));
			case EMPTY_SET -> stack.push(new Opaque("set"));
			case FROZENSET -> stack.push(new Opaque("frozenset of " + stack.popToMark().length));
			default -> throw new IllegalArgumentException(opcode.name());
		}
	}

	private void item(final Opcode opcode) {
		switch (opcode) {
			case SETITEM -> PickleItems.set(stack.pop(2), stack.top());
			case SETITEMS -> PickleItems.set(stack.popToMark(), stack.top());
			case APPEND -> PickleItems.append(stack.pop(1), stack.top());
			case APPENDS -> PickleItems.append(stack.popToMark(), stack.top());
			case ADDITEMS -> {
				stack.popToMark(); // the items of a set do not matter
				PickleItems.requireSet(stack.top());
			}
			default -> throw new IllegalArgumentException(opcode.name());
		}
	}

	private void call(final Opcode opcode) {
		switch (opcode) {
			case GLOBAL -> stack.push(find());
			case STACK_GLOBAL -> stack.push(find(new Arguments(stack.pop(2))));
			case INST -> stack.push(Globals.call(find(), stack.popToMark()));
			case REDUCE, NEWOBJ -> call(stack.pop(2));
			case NEWOBJ_EX -> call(Arrays.copyOf(stack.pop(3), 2)); // the named arguments do not matter
			case OBJ -> callFirst(stack.popToMark());
			case BINPERSID -> stack.push(persistent(stack.pop()));
			case BUILD -> {
				stack.pop(); // the attributes
				requireObject();
			}
			default -> throw new IllegalArgumentException(opcode.name());
		}
	}

	private void machine(final Opcode opcode) {
		switch (opcode) {
			case MARK -> stack.mark();
			case POP -> stack.pop();
			case POP_MARK -> stack.popToMark();
			case DUP -> stack.push(stack.top());
			case PROTO -> checkProtocol(PickleScalars.unsigned8(bytes));
			case FRAME -> bytes.getLong(); // the length of a frame, which only streams need
			default -> throw new IllegalArgumentException(opcode.name());
		}
	}

	private static void checkProtocol(final int version) {
		if (version > NEWEST_PROTOCOL)
			throw Refusal.damaged("it is written in pickle protocol " + version + ", which does not exist");
	}

	private Object find() {
		return Globals.find(PickleScalars.line(bytes), PickleScalars.line(bytes));
	}

	private static Object find(final Arguments names) {
		return Globals.find(names.string(0), names.string(1));
	}

	private void call(final Object[] calleeAndArguments) {
		if (!(calleeAndArguments[1] instanceof final Object[] arguments))
			throw Refusal.malformed();
		stack.push(Globals.call(calleeAndArguments[0], arguments));
	}

	private void callFirst(final Object[] items) {
		if (items.length == 0)
			throw Refusal.malformed();
		stack.push(Globals.call(items[0], Arrays.copyOfRange(items, 1, items.length)));
	}

	/** Returns a storage. A storage of an unknown type, or the class of a module, is opaque. */
	private Object persistent(final Object id) {
		final boolean foreign = id instanceof final Object[] parts && parts.length > 1 && parts[1] instanceof Opaque;
		return foreign ? ((Object[]) id)[1] : storage(Storage.of(id));
	}

	/** Notes a storage, which may be described many times, but always in the same way. */
	private Storage storage(final Storage storage) {
		final Storage known = storages.putIfAbsent(storage.key(), storage);
		if (known != null && !known.equals(storage))
			throw Refusal.damaged("it describes the data of one tensor in two ways");
		return storage;
	}

	/** Drops attributes: PyTorch gives the dictionary of a model's weights a {@code _metadata}, which nobody needs. */
	private void requireObject() {
		if (!(stack.top() instanceof LinkedHashMap || stack.top() instanceof Opaque))
			throw Refusal.foreign("it gives attributes to something that is neither a dictionary nor an object");
	}
}
