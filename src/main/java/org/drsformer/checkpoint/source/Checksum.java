package org.drsformer.checkpoint.source;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** The CRC-32 of the bytes of an extent: weights with a changed bit would still look like weights. */
public final class Checksum {

	private final CRC32 sum = new CRC32();

	/** Adds the bytes that remain and consumes them. */
	public void add(final ByteBuffer bytes) {
		sum.update(bytes);
	}

	/** Refuses bytes that do not fit the checksum in the file, if it has one. */
	public void check(final Extent extent) {
		if (extent.checksum().isPresent() && extent.checksum().getAsLong() != sum.getValue())
			throw Refusal.damaged("a checksum in it does not fit");
	}
}
