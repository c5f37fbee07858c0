package org.drsformer.checkpoint.source;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** The CRC-32 of an extent's bytes: weights that changed by one bit would still look like weights. */
public final class Checksum {

	private final CRC32 sum = new CRC32();

	/** Adds the bytes that remain and consumes them. */
	public void add(final ByteBuffer bytes) {
		sum.update(bytes);
	}

	/** Refuses bytes that are not those that the file promised. */
	public void check(final Extent extent) {
		if (extent.checksum().isPresent() && extent.checksum().getAsLong() != sum.getValue())
			throw Refusal.damaged("a checksum in it does not fit");
	}
}
