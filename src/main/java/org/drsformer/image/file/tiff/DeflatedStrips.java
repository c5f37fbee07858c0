package org.drsformer.image.file.tiff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.InflaterInputStream;

import org.drsformer.image.file.content.PiecedStream;

import com.twelvemonkeys.imageio.util.IIOUtil;

/** Inflates the strips of a TIFF page once to check that they are complete: their checksum follows the last pixel. */
final class DeflatedStrips {

	/** Some writers put a few more bytes than the pixels into a strip. */
	private static final int SPARE_BYTES = 1 << 16;

	private DeflatedStrips() {
		// static functions only
	}

	/**
	 * Checks the strips of a page; does nothing for other compressions.
	 *
	 * @throws IOException if a strip is damaged, or has more in it than its pixels
	 */
	static void check(final TiffKind kind, final TiffLayout layout, final Path path) throws IOException {
		if (kind.compression() != TiffKind.DEFLATE && kind.compression() != TiffKind.OLD_DEFLATE)
			return;
		final int count = layout.across(kind) * layout.down(kind) * (kind.planar() ? kind.samples() : 1);
		for (int i = 0; i < count; i++) {
			try (PiecedStream strip = new PiecedStream()) {
				strip.add(strip.open(path), layout.offsets()[i], layout.counts()[i]);
				check(new InflaterInputStream(IIOUtil.createStreamAdapter(strip)),
					kind.rowBytes(layout.width()) * layout.height());
			}
		}
	}

	/** Reads to the end, where the checksum is. */
	private static void check(final InputStream strip, final long expected) throws IOException {
		final byte[] buffer = new byte[SPARE_BYTES];
		long total = 0;
		for (int count = strip.read(buffer); count >= 0; count = strip.read(buffer)) {
			total += count;
			if (total > expected + SPARE_BYTES)
				throw new IOException("one of its strips has more bytes than its pixels need");
		}
	}
}
