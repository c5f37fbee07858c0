package org.drsformer.image.file.tiff;

import java.awt.image.Raster;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageReader;

import org.drsformer.image.file.content.PiecedStream;

import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;

/**
 * Unpacks the samples of a page of a TIFF file with TwelveMonkeys' reader. The reader sees a file with only this page,
 * and nothing that says what the samples mean, because it must not change them.
 *
 * @param page the directory of the page
 */
record TiffDecoding(Path file, TiffDirectory page, TiffKind kind, TiffLayout layout, java.nio.ByteOrder order) {

	private static final int[] PASSED_ON = { TiffTag.FILL_ORDER, TiffTag.T4_OPTIONS, TiffTag.T6_OPTIONS };

	private static final int[] YCBCR_TAGS = { TiffTag.YCBCR_COEFFICIENTS, TiffTag.YCBCR_SUBSAMPLING,
		TiffTag.YCBCR_POSITIONING, TiffTag.REFERENCE_BLACK_WHITE };

	/**
	 * Returns the samples: all in one raster, or one raster for each sample.
	 *
	 * @throws IOException that says what is wrong
	 */
	List<Raster> rasters() throws IOException {
		if (kind.compression() == TiffKind.JPEG)
			return List.of(new TiffJpeg(this).raster());
		final List<Raster> rasters = new ArrayList<>();
		for (int plane = 0; plane < (kind.planar() ? kind.needed() : 1); plane++)
			rasters.add(raster(plane));
		return rasters;
	}

	private Raster raster(final int plane) throws IOException {
		final ImageReader reader = new TIFFImageReaderSpi().createReaderInstance();
		try (PiecedStream stream = new PiecedStream()) {
			final FileChannel channel = stream.open(file);
			final long end = TiffBuilder.HEADER_BYTES + channel.size();
			final TiffBuilder tags = tags(plane);
			stream.add(tags.header(end)).add(channel, 0, channel.size()).add(tags.directory(end));
			reader.setInput(stream.trusted(), false, true);
			// readRaster makes one more copy, but read would change real numbers
			return kind.format() == TiffKind.REAL ? reader.readRaster(0, null) : reader.read(0).getRaster();
		}
		finally {
			reader.dispose();
		}
	}

	private TiffBuilder tags(final int plane) throws IOException {
		final int samples = kind.planar() ? 1 : kind.samples();
		final TiffBuilder tags = new TiffBuilder(order, true);
		tags.put(TiffTag.IMAGE_WIDTH, kind.width()).put(TiffTag.IMAGE_LENGTH, kind.height());
		tags.put(TiffTag.BITS_PER_SAMPLE, kind.bits()).put(TiffTag.SAMPLES_PER_PIXEL, samples);
		tags.put(TiffTag.SAMPLE_FORMAT, kind.format());
		tags.put(TiffTag.COMPRESSION, kind.compression())
			.put(TiffTag.PREDICTOR, kind.isPredicted() ? kind.predictor() : 1);
		tags.put(TiffTag.PLANAR_CONFIGURATION, 1);
		for (final int tag : PASSED_ON)
			tags.put(tag, page);
		putColors(tags, samples);
		putLayout(tags, plane);
		return tags;
	}

	/**
	 * Describes the samples as one gray with extra samples that have no meaning; but YCbCr is described as such, since
	 * only the reader can convert it to RGB.
	 */
	private void putColors(final TiffBuilder tags, final int samples) throws IOException {
		if (kind.photometric() == TiffKind.YCBCR) {
			tags.put(TiffTag.PHOTOMETRIC, TiffKind.YCBCR);
			for (final int tag : YCBCR_TAGS)
				tags.put(tag, page);
			return;
		}
		tags.put(TiffTag.PHOTOMETRIC, TiffKind.BLACK_IS_ZERO);
		if (samples > 1)
			tags.put(TiffTag.EXTRA_SAMPLES, new long[samples - 1]);
	}

	private void putLayout(final TiffBuilder tags, final int plane) {
		final int count = layout.across(kind) * layout.down(kind);
		final long[] offsets = Arrays.copyOfRange(layout.offsets(), plane * count, (plane + 1) * count);
		final long[] counts = Arrays.copyOfRange(layout.counts(), plane * count, (plane + 1) * count);
		for (int i = 0; i < count; i++)
			offsets[i] += TiffBuilder.HEADER_BYTES;
		tags.put(layout.tiled() ? TiffTag.TILE_OFFSETS : TiffTag.STRIP_OFFSETS, offsets);
		tags.put(layout.tiled() ? TiffTag.TILE_BYTE_COUNTS : TiffTag.STRIP_BYTE_COUNTS, counts);
		if (layout.tiled())
			tags.put(TiffTag.TILE_WIDTH, layout.width()).put(TiffTag.TILE_LENGTH, layout.height());
		else
			tags.put(TiffTag.ROWS_PER_STRIP, layout.height());
	}
}
