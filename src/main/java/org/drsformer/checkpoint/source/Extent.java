package org.drsformer.checkpoint.source;

import java.util.OptionalLong;

/**
 * Where a stretch of bytes lies in a checkpoint.
 *
 * @param checksum its CRC-32, where the file tells one
 */
public record Extent(long position, long length, OptionalLong checksum) {

	public long end() {
		return position + length;
	}
}
