package org.drsformer.checkpoint.source;

import java.util.OptionalLong;

/**
 * The place of a stretch of bytes in a checkpoint.
 *
 * @param position of the first byte
 * @param length in bytes
 * @param checksum its CRC-32, if the file holds one
 */
public record Extent(long position, long length, OptionalLong checksum) {

	public long end() {
		return position + length;
	}
}
