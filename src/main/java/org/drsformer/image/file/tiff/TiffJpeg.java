package org.drsformer.image.file.tiff;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

import org.drsformer.image.file.jpeg.JpegData;
import org.drsformer.image.file.jpeg.JpegDecoding;

/**
 * Decodes the tiles or strips of a page that are JPEG streams (Adobe's TIFF Technical Note 2): TIFF, not JPEG, says
 * what the samples are.
 */
record TiffJpeg(TiffDecoding page) {

	/**
	 * Returns all samples of the page.
	 *
	 * @throws IOException that says what is wrong
	 */
	Raster raster() throws IOException {
		final TiffKind kind = page.kind();
		final TiffLayout layout = page.layout();
		final List<ByteBuffer> tables = tables();
		final WritableRaster whole = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, kind.width(), kind.height(),
			kind.samples(), null);
		try (TiffFile file = new TiffFile(page.file())) {
			for (int i = 0; i < layout.across(kind) * layout.down(kind); i++) {
				final ByteBuffer stream = file.read(layout.offsets()[i], layout.counts()[i]);
				final int x = i % layout.across(kind) * layout.width();
				final int y = i / layout.across(kind) * layout.height();
				put(tile(stream.array(), tables), whole, x, y);
			}
		}
		return whole;
	}

	private List<ByteBuffer> tables() throws IOException {
		final ByteBuffer tables = page.page().content(TiffTag.JPEG_TABLES);
		return tables.hasRemaining() ? new JpegData(tables.array()).essentials() : List.of();
	}

	private Raster tile(final byte[] stream, final List<ByteBuffer> tables) throws IOException {
		final JpegData data = new JpegData(stream).checked();
		if (data.width() > page.layout().width() || data.height() > page.layout().height())
			throw new IOException("one of its tiles or strips is larger than it says");
		return new JpegDecoding(data, tables, colors()).raster();
	}

	private JpegDecoding.Colors colors() {
		return switch (page.kind().photometric()) {
			case TiffKind.YCBCR -> JpegDecoding.Colors.YCBCR;
			case TiffKind.RGB -> JpegDecoding.Colors.RGB;
			case TiffKind.CMYK -> JpegDecoding.Colors.CMYK;
			default -> JpegDecoding.Colors.GRAY;
		};
	}

	private void put(final Raster tile, final WritableRaster whole, final int x, final int y) throws IOException {
		final int width = Math.min(page.layout().width(), whole.getWidth() - x);
		final int height = Math.min(page.layout().height(), whole.getHeight() - y);
		if (tile.getNumBands() != whole.getNumBands() || tile.getWidth() < width || tile.getHeight() < height)
			throw new IOException("one of its tiles or strips is smaller than it says");
		for (int row = 0; row < height; row++)
			whole.setPixels(x, y + row, width, 1, tile.getPixels(0, row, width, 1, (int[]) null));
	}
}
