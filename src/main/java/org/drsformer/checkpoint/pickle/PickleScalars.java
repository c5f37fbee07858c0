package org.drsformer.checkpoint.pickle;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.drsformer.checkpoint.source.Refusal;

/**
 * Reads the numbers and texts of a pickle. Pickles are little endian on every machine, except for floating point
 * numbers.
 */
final class PickleScalars {

	private static final int LONGEST_NUMBER = 255;

	private PickleScalars() {}

	/**
	 * Returns the value that an instruction makes: null for None, a Boolean, Long, BigInteger, Double, String or
	 * byte[].
	 */
	static Object read(final Opcode opcode, final ByteBuffer bytes) {
		return switch (opcode) {
			case NONE -> null;
			case NEWTRUE -> true;
			case NEWFALSE -> false;
			case BININT -> (long) bytes.getInt();
			case BININT1 -> (long) unsigned8(bytes);
			case BININT2 -> (long) Short.toUnsignedInt(bytes.getShort());
			case LONG1 -> integer(bytes, unsigned8(bytes));
			case LONG4 -> integer(bytes, unsigned32(bytes));
			case BINFLOAT -> Double.longBitsToDouble(Long.reverseBytes(bytes.getLong()));
			case INT, LONG, FLOAT -> number(line(bytes));
			case BINUNICODE, BINSTRING -> text(bytes, unsigned32(bytes));
			case SHORT_BINUNICODE, SHORT_BINSTRING -> text(bytes, unsigned8(bytes));
			case BINUNICODE8 -> text(bytes, bytes.getLong());
			case UNICODE -> unescaped(line(bytes));
			case STRING -> unquoted(line(bytes));
			case BINBYTES -> raw(bytes, unsigned32(bytes));
			case SHORT_BINBYTES -> raw(bytes, unsigned8(bytes));
			case BINBYTES8, BYTEARRAY8 -> raw(bytes, bytes.getLong());
			default -> throw new IllegalArgumentException(opcode.name());
		};
	}

	static int unsigned8(final ByteBuffer bytes) {
		return bytes.get() & 0xff;
	}

	static long unsigned32(final ByteBuffer bytes) {
		return Integer.toUnsignedLong(bytes.getInt());
	}

	/** Returns the text up to the end of the line. */
	static String line(final ByteBuffer bytes) {
		int length = 0;
		while (bytes.get(bytes.position() + length) != '\n')
			length++;
		final String line = text(bytes, length);
		bytes.get();
		return line;
	}

	private static String text(final ByteBuffer bytes, final long length) {
		return new String(raw(bytes, length), StandardCharsets.UTF_8);
	}

	private static byte[] raw(final ByteBuffer bytes, final long length) {
		if (length < 0 || length > bytes.remaining())
			throw Refusal.damaged("it has a text that reaches beyond its end");
		final byte[] raw = new byte[(int) length];
		bytes.get(raw);
		return raw;
	}

	/** Returns a number in two's complement, least byte first. */
	private static Object integer(final ByteBuffer bytes, final long length) {
		if (length > LONGEST_NUMBER)
			throw Refusal.damaged("it has a number of " + length + " bytes");
		final byte[] raw = raw(bytes, length);
		final byte[] reversed = new byte[raw.length + 1];
		for (int i = 0; i < raw.length; i++)
			reversed[raw.length - i] = raw[i];
		reversed[0] = (byte) (raw.length > 0 && raw[raw.length - 1] < 0 ? -1 : 0);
		return narrow(new BigInteger(reversed));
	}

	private static Object number(final String text) {
		try {
			return text.length() > LONGEST_NUMBER ? notNumber()
				: parse(text.endsWith("L") ? text.substring(0, text.length() - 1) : text);
		}
		catch (final NumberFormatException e) {
			return notNumber();
		}
	}

	private static Object notNumber() {
		throw Refusal.damaged("it has an invalid number");
	}

	/** Returns a number or a Boolean: protocol 0 writes True as 01 and False as 00. */
	private static Object parse(final String text) {
		if (text.equals("01") || text.equals("00"))
			return text.equals("01");
		if (text.chars().anyMatch(c -> c != '-' && !Character.isDigit(c)))
			return Double.parseDouble(text);
		return narrow(new BigInteger(text));
	}

	private static Object narrow(final BigInteger value) {
		if (value.bitLength() < Long.SIZE)
			return value.longValue();
		return value;
	}

	private static String unquoted(final String quoted) {
		final int last = quoted.length() - 1;
		final boolean complete = last > 0 && quoted.charAt(0) == quoted.charAt(last)
			&& "'\"".indexOf(quoted.charAt(0)) >= 0;
		if (!complete)
			throw Refusal.damaged("it has a text without an end");
		return unescaped(quoted.substring(1, last));
	}

	/** Refuses a text with a backslash: no name of a tensor has one. */
	private static String unescaped(final String text) {
		if (text.indexOf('\\') >= 0)
			throw Refusal.foreign("it has the escaped text '" + Refusal.quote(text) + "'");
		return text;
	}
}
