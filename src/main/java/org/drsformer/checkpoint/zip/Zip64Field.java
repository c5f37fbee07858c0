package org.drsformer.checkpoint.zip;

import java.nio.ByteBuffer;

/**
 * The extra field of an entry with the numbers that are too large for its header. The header holds the largest number
 * of 32 bits instead of each, and the field holds the numbers one after the other.
 */
final class Zip64Field {

	private static final int ID = 1;

	private final ByteBuffer numbers;

	/** @param extra all extra fields of the entry */
	Zip64Field(final ByteBuffer extra) {
		ByteBuffer found = ByteBuffer.allocate(0);
		for (int i = 0; i + 4 <= extra.limit(); i += 4 + ZipArchive.unsigned16(extra, i + 2))
			if (ZipArchive.unsigned16(extra, i) == ID && i + 4 + ZipArchive.unsigned16(extra, i + 2) <= extra.limit())
				found = ZipArchive.slice(extra, i + 4, ZipArchive.unsigned16(extra, i + 2));
		numbers = found;
	}

	/** Returns the number of the header, or the next number of the field if it is too large for the header. */
	long next(final long inHeader) {
		if (inHeader != ZipArchive.IN_ZIP64)
			return inHeader;
		if (numbers.remaining() < Long.BYTES)
			throw ZipArchive.damagedDirectory();
		final long number = numbers.getLong();
		if (number < 0)
			throw ZipArchive.damagedDirectory();
		return number;
	}
}
