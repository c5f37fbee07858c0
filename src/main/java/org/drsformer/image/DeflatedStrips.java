package org.drsformer.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;

import ij.io.FileInfo;

/** Inflates the strips of a TIFF page once to see that they are whole: ImageJ would log a fault and show black. */
final class DeflatedStrips {

	private DeflatedStrips() {
		// static functions only
	}

	/** @throws IOException if a strip is damaged */
	static void check(final FileInfo page, final Path path) throws IOException {
		if (page.compression != FileInfo.ZIP && page.compression != FileInfo.ZIP_WITH_DIFFERENCING)
			return;
		for (int i = 0; i < page.stripOffsets.length; i++) {
			try (SeekableByteChannel file = Files.newByteChannel(path)) {
				file.position(page.stripOffsets[i] & 0xffffffffL);
				check(new InflaterInputStream(Channels.newInputStream(file)));
			}
		}
	}

	/** Reads to the end, where the checksum is. */
	private static void check(final InputStream strip) throws IOException {
		final byte[] buffer = new byte[1 << 16];
		while (strip.read(buffer) >= 0) {
			// nothing is kept
		}
	}
}
