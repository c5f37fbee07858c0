package org.drsformer.image.file.tiff;

import java.io.IOException;

import org.drsformer.image.file.content.FileBytes;

/**
 * Where the samples of a page of a TIFF file lie: in strips, or in tiles from left to right and from top to bottom;
 * plane after plane if each sample has its own.
 *
 * @param width of a tile, or of the image
 * @param height of a tile, or of a strip
 */
record TiffLayout(boolean tiled, int width, int height, long[] offsets, long[] counts) {

	/** The most bytes that a byte can hold in any compression: Deflate 1032, LZW 2731 with its longest strings. */
	private static final long MOST_BYTES_PER_BYTE = 3000;

	/** In fax, a line that equals the line above takes one bit. */
	private static final int LINES_PER_BYTE = 8;

	private static final long[] USUAL_SUBSAMPLING = { 2, 2 };

	/** Tiles may extend beyond the right and the lower border, but not far. */
	private static final int SMALL_TILE = 4096;

	/**
	 * Reads the layout of a page.
	 *
	 * @param length of the file in bytes
	 * @throws IOException that says what is wrong: impossible tiles, or too few bytes
	 */
	static TiffLayout of(final TiffDirectory page, final TiffKind kind, final long length) throws IOException {
		final boolean tiled = page.has(TiffTag.TILE_OFFSETS);
		final long width = tiled ? page.number(TiffTag.TILE_WIDTH, 0) : kind.width();
		final long height = tiled ? page.number(TiffTag.TILE_LENGTH, 0)
			: Math.min(kind.height(), page.number(TiffTag.ROWS_PER_STRIP, kind.height()));
		checkTile(width, kind.width());
		checkTile(height, kind.height());
		final TiffLayout layout = new TiffLayout(tiled, (int) width, (int) height,
			page.numbers(tiled ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS), counts(page, tiled, kind));
		layout.check(kind, length, share(page, kind));
		return layout;
	}

	/** Returns the stored share of the samples: several pixels may share their colour samples (tag 530). */
	private static double share(final TiffDirectory page, final TiffKind kind) throws IOException {
		if (kind.photometric() != TiffKind.YCBCR)
			return 1;
		final long[] sharing = page.has(TiffTag.YCBCR_SUBSAMPLING) ? page.numbers(TiffTag.YCBCR_SUBSAMPLING)
			: USUAL_SUBSAMPLING;
		if (sharing.length != 2 || sharing[0] < 1 || sharing[1] < 1 || sharing[0] > 4 || sharing[1] > 4)
			throw new IOException("its YCbCrSubSampling (tag 530) does not exist");
		final double pixels = sharing[0] * sharing[1];
		return (pixels + 2) / (3 * pixels);
	}

	private static void checkTile(final long size, final int whole) throws IOException {
		if (size < 1 || size > Math.max(2L * whole, SMALL_TILE))
			throw new IOException("its tiles or strips have a side of " + size + " pixels");
	}

	/** Returns the bytes of each strip or tile; one strip without compression needs no count. */
	private static long[] counts(final TiffDirectory page, final boolean tiled, final TiffKind kind)
		throws IOException
	{
		final long[] counts = page.numbers(tiled ? TiffTag.TILE_BYTE_COUNTS : TiffTag.STRIP_BYTE_COUNTS);
		final boolean alone = !tiled && page.count(TiffTag.STRIP_OFFSETS) == 1
			&& kind.compression() == TiffKind.UNCOMPRESSED;
		return alone && (counts.length == 0 || counts[0] == 0) ? new long[] { kind.bytes() } : counts;
	}

	/** Returns how many tiles lie side by side; 1 for strips. */
	int across(final TiffKind kind) {
		return (kind.width() + width - 1) / width;
	}

	/** Returns how many rows of tiles, or how many strips, there are. */
	int down(final TiffKind kind) {
		return (kind.height() + height - 1) / height;
	}

	private void check(final TiffKind kind, final long length, final double share) throws IOException {
		final long count = (long) across(kind) * down(kind) * (kind.planar() ? kind.samples() : 1);
		if (offsets.length < count || counts.length < count)
			throw new IOException(
				"it does not say where all of its pixels are (tags " + (tiled ? "324 and 325" : "273 and 279") + ")");
		long total = 0;
		for (int i = 0; i < count; i++) {
			if (offsets[i] < 0 || counts[i] < 1 || offsets[i] > length || counts[i] > length - offsets[i])
				throw FileBytes.missing();
			if (kind.compression() == TiffKind.UNCOMPRESSED && counts[i] < share * bytes(kind, i))
				throw new IOException("some of its pixels are missing");
			total += counts[i];
		}
		checkClaim(kind, Math.min(total, length), share);
	}

	/** Returns the bytes of a strip or tile without compression; the last strip has only the remaining rows. */
	long bytes(final TiffKind kind, final int index) {
		final int row = index % (across(kind) * down(kind)) / across(kind);
		final int rows = tiled ? height : Math.min(height, kind.height() - row * height);
		return kind.rowBytes(width) * rows;
	}

	private void checkClaim(final TiffKind kind, final long bytes, final double share) throws IOException {
		final long most = switch (kind.compression()) {
			case TiffKind.UNCOMPRESSED -> bytes;
			case 2, 3, 4 -> bytes * LINES_PER_BYTE * kind.rowBytes(kind.width());
			default -> bytes * MOST_BYTES_PER_BYTE;
		};
		if (share * kind.bytes() > most)
			throw new IOException(
				"it claims " + kind.width() + " x " + kind.height() + " pixels, more than fit into such a small file");
	}
}
