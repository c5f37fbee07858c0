package org.drsformer.checkpoint.pickle;

import org.drsformer.checkpoint.source.Refusal;

/**
 * The instructions of Python's pickles, of all protocols from 0 to 5, by their names in Python's {@code pickle.py}.
 * Left out are those that no checkpoint has: extension codes, out-of-band buffers and persistent ids as text.
 */
public enum Opcode {

	NONE('N', Kind.SCALAR), NEWTRUE(0x88, Kind.SCALAR), NEWFALSE(0x89, Kind.SCALAR), INT('I', Kind.SCALAR),
	LONG('L', Kind.SCALAR), FLOAT('F', Kind.SCALAR), BININT('J', Kind.SCALAR), BININT1('K', Kind.SCALAR),
	BININT2('M', Kind.SCALAR), LONG1(0x8a, Kind.SCALAR), LONG4(0x8b, Kind.SCALAR), BINFLOAT('G', Kind.SCALAR),
	STRING('S', Kind.SCALAR), BINSTRING('T', Kind.SCALAR), SHORT_BINSTRING('U', Kind.SCALAR), UNICODE('V', Kind.SCALAR),
	BINUNICODE('X', Kind.SCALAR), SHORT_BINUNICODE(0x8c, Kind.SCALAR), BINUNICODE8(0x8d, Kind.SCALAR),
	BINBYTES('B', Kind.SCALAR), SHORT_BINBYTES('C', Kind.SCALAR), BINBYTES8(0x8e, Kind.SCALAR),
	BYTEARRAY8(0x96, Kind.SCALAR),

	EMPTY_DICT('}', Kind.CONTAINER), DICT('d', Kind.CONTAINER), EMPTY_LIST(']', Kind.CONTAINER),
	LIST('l', Kind.CONTAINER), EMPTY_TUPLE(')', Kind.CONTAINER), TUPLE('t', Kind.CONTAINER),
	TUPLE1(0x85, Kind.CONTAINER), TUPLE2(0x86, Kind.CONTAINER), TUPLE3(0x87, Kind.CONTAINER),
	EMPTY_SET(0x8f, Kind.CONTAINER), FROZENSET(0x91, Kind.CONTAINER),

	SETITEM('s', Kind.ITEM), SETITEMS('u', Kind.ITEM), APPEND('a', Kind.ITEM), APPENDS('e', Kind.ITEM),
	ADDITEMS(0x90, Kind.ITEM),

	PUT('p', Kind.MEMO), BINPUT('q', Kind.MEMO), LONG_BINPUT('r', Kind.MEMO), MEMOIZE(0x94, Kind.MEMO),
	GET('g', Kind.MEMO), BINGET('h', Kind.MEMO), LONG_BINGET('j', Kind.MEMO),

	GLOBAL('c', Kind.CALL), STACK_GLOBAL(0x93, Kind.CALL), INST('i', Kind.CALL), OBJ('o', Kind.CALL),
	REDUCE('R', Kind.CALL), NEWOBJ(0x81, Kind.CALL), NEWOBJ_EX(0x92, Kind.CALL), BUILD('b', Kind.CALL),
	BINPERSID('Q', Kind.CALL),

	MARK('(', Kind.MACHINE), POP('0', Kind.MACHINE), POP_MARK('1', Kind.MACHINE), DUP('2', Kind.MACHINE),
	PROTO(0x80, Kind.MACHINE), FRAME(0x95, Kind.MACHINE), STOP('.', Kind.MACHINE);

	/** What an instruction is about. */
	enum Kind {
		/** Makes a number, a text, or another single value. */
		SCALAR,
		/** Makes a container. */
		CONTAINER,
		/** Puts items into a container. */
		ITEM,
		/** Stores an object in the memo, or takes one out of it. */
		MEMO,
		/** Looks up a name of Python, calls it, or changes what it made. */
		CALL,
		/** Only changes the stack, or tells the reader something. */
		MACHINE
	}

	private static final Opcode[] BY_CODE = new Opcode[256];

	static {
		for (final Opcode opcode : values())
			BY_CODE[opcode.code] = opcode;
	}

	private final int code;
	private final Kind kind;

	Opcode(final int code, final Kind kind) {
		this.code = code;
		this.kind = kind;
	}

	/**
	 * Returns the instruction that a byte stands for.
	 *
	 * @param code in 0..255
	 * @throws Refusal if there is none
	 */
	static Opcode of(final int code) {
		if (BY_CODE[code] == null)
			throw Refusal.damaged("its description of the tensors has the unknown instruction " + code);
		return BY_CODE[code];
	}

	/** Returns the byte that stands for this instruction, in 0..255. */
	public int code() {
		return code;
	}

	Kind kind() {
		return kind;
	}
}
