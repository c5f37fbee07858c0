package org.drsformer.image.file;

import java.util.Random;

/** Makes a damaged file from an undamaged one. */
@FunctionalInterface
interface Mutation {

	/** Numbers at the limits of what fields can hold, or of what programs expect. */
	long[] EXTREMES = { 0, 1, 2, 3, 7, 8, 9, 16, 32, 64, 127, 128, 255, 256, 257, 1000, 4096, 0x7fff, 0x8000, 0xffff,
		0x10000, 100_000, 1_000_000, 16_777_215, 0x10000000L, 0x7fffffffL, 0x80000000L, 0xfffffff0L, 0xffffffffL };

	/** Numbers of more than 32 bits. */
	long[] WIDE_EXTREMES = { 0x100000000L, 0x7fffffffffffffffL, 0x8000000000000000L, -1 };

	/**
	 * Damages a file.
	 *
	 * @return another array
	 */
	byte[] mutate(byte[] file, Random random);

	/** Returns an extreme number, or any number. */
	static long number(final Random random) {
		return random.nextInt(4) == 0 ? random.nextInt() & 0xffffffffL : EXTREMES[random.nextInt(EXTREMES.length)];
	}

	/** Writes a number of some bytes; bytes beyond the end are ignored. */
	static void put(final byte[] file, final int at, final int bytes, final long value, final boolean bigEndian) {
		for (int i = 0; i < bytes; i++) {
			final int place = at + (bigEndian ? bytes - 1 - i : i);
			if (place >= 0 && place < file.length)
				file[place] = (byte) (value >>> 8 * Math.min(i, 7));
		}
	}

	/** Reads a number of some bytes; bytes beyond the end are 0. */
	static long get(final byte[] file, final int at, final int bytes, final boolean bigEndian) {
		long value = 0;
		for (int i = 0; i < bytes; i++) {
			final int place = at + (bigEndian ? i : bytes - 1 - i);
			value = value << 8 | (place >= 0 && place < file.length ? file[place] & 0xff : 0);
		}
		return value;
	}
}
