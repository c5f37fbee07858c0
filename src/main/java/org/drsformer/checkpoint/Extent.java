package org.drsformer.checkpoint;

import java.util.OptionalLong;

/**
 * Where a stretch of bytes lies in a checkpoint.
 *
 * @param checksum its CRC-32, where the file tells one
 */
record Extent(long position, long length, OptionalLong checksum) {

	long end() {
		return position + length;
	}
}
