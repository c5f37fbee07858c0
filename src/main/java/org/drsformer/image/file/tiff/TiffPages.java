package org.drsformer.image.file.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.image.FrameTensor;
import org.drsformer.image.file.content.FileBytes;
import org.drsformer.image.file.content.UnreadableKindException;

import ij.process.ImageProcessor;

/** The pages of a TIFF file, all of one size and kind; each is decoded when it is asked for. */
final class TiffPages {

	/** Tags whose values every page needs; a file whose pages share large values would take forever. */
	private static final int[] NUMBERS = { TiffTag.BITS_PER_SAMPLE, TiffTag.STRIP_OFFSETS, TiffTag.STRIP_BYTE_COUNTS,
		TiffTag.TILE_OFFSETS, TiffTag.TILE_BYTE_COUNTS, TiffTag.EXTRA_SAMPLES, TiffTag.SAMPLE_FORMAT, TiffTag.COLOR_MAP,
		TiffTag.JPEG_TABLES };

	private static final int MOST_SHARING = 16;
	private static final int FEW_BYTES = 1 << 20;

	private static final int PALETTE_SHIFT = 8;
	private static final int RGB_BITS = 24;

	private final Path file;
	private final long[] directories;
	private final boolean byImageJ;
	private final TiffKind kind;
	private final int count;
	private long numberBytes;

	/**
	 * Checks all pages.
	 *
	 * @param byImageJ whether ImageJ wrote the file
	 * @param images how many planes follow each other if only one is described
	 * @throws IOException that says what is wrong
	 * @throws DrsformerException if the pages cannot be slices of one image, or are too large
	 */
	TiffPages(final TiffFile tiff, final Path file, final long[] directories, final boolean byImageJ, final long images)
		throws IOException
	{
		this.file = file;
		this.directories = directories;
		this.byImageJ = byImageJ;
		kind = TiffKind.of(tiff.directory(directories[0]), byImageJ);
		checkSize();
		for (final long place : directories)
			check(tiff, tiff.directory(place));
		final boolean described = directories.length > 1 || kind.compression() != TiffKind.UNCOMPRESSED;
		count = described ? directories.length : Math.toIntExact(Math.max(1, images));
		if (count > directories.length)
			checkUndescribed(tiff);
	}

	/** Checks that the file contains the planes that no directory describes. */
	private void checkUndescribed(final TiffFile tiff) throws IOException {
		final TiffLayout last = shifted(TiffLayout.of(tiff.directory(directories[0]), kind, tiff.length()), count - 1);
		for (int i = 0; i < last.offsets().length; i++)
			if (last.offsets()[i] + last.bytes(kind, i) > tiff.length())
				throw FileBytes.missing();
	}

	private void checkSize() {
		if ((double) kind.width() * kind.height() > FrameTensor.MOST_SAMPLES)
			throw new DrsformerException(
				"The image " + file + " is too large: " + kind.width() + " x " + kind.height() + " pixels.");
	}

	private void check(final TiffFile tiff, final TiffDirectory page) throws IOException {
		for (final int tag : NUMBERS)
			numberBytes += page.bytes(tag);
		if (numberBytes > MOST_SHARING * tiff.length() + FEW_BYTES)
			throw new IOException("its directories share their content");
		final TiffKind other = TiffKind.of(page, byImageJ);
		if (!kind.goesWith(other))
			throw new DrsformerException(
				"The pages of " + file + " differ in size or type; save each in its own file.");
		TiffLayout.of(page, other, tiff.length());
	}

	/** Returns the kind of the first page. */
	TiffKind kind() {
		return kind;
	}

	/** Returns the number of pages. */
	int count() {
		return count;
	}

	Path file() {
		return file;
	}

	/** Returns the bytes of memory that all slices take. */
	double bytes() {
		return (double) kind.width() * kind.height() * count * kind.slices() *
			(kind.sliceBits() == RGB_BITS ? Integer.BYTES : kind.sliceBits() / Byte.SIZE);
	}

	/**
	 * Decodes a page.
	 *
	 * @param index from 0
	 * @return as many slices as {@link TiffKind#slices} says
	 */
	List<ImageProcessor> slices(final int index) throws IOException {
		try (TiffFile tiff = new TiffFile(file)) {
			final int directory = directories.length == 1 ? 0 : index;
			final TiffDirectory page = tiff.directory(directories[directory]);
			final TiffKind own = TiffKind.of(page, byImageJ);
			final TiffLayout layout = shifted(TiffLayout.of(page, own, tiff.length()), index - directory);
			DeflatedStrips.check(own, layout, file);
			final List<ImageProcessor> slices = new TiffPlanes(own,
				new TiffDecoding(file, page, own, layout, tiff.order()).rasters()).slices(palette(page));
			// a palette of grays among palettes of colours
			return count > 1 && kind.sliceBits() == RGB_BITS ? List.of(slices.get(0).convertToRGB()) : slices;
		}
	}

	/** Returns the layout of a plane that no directory describes; such planes follow the first. */
	private TiffLayout shifted(final TiffLayout first, final int planes) {
		final long[] offsets = Arrays.stream(first.offsets()).map(offset -> offset + planes * kind.bytes()).toArray();
		return new TiffLayout(first.tiled(), first.width(), first.height(), offsets, first.counts());
	}

	/** Returns the palette: colours with 16 bits, or with 8 bits if the writer made that mistake. */
	private int[] palette(final TiffDirectory page) throws IOException {
		if (kind.photometric() != TiffKind.PALETTE)
			return new int[0];
		final long[] map = page.numbers(TiffTag.COLOR_MAP);
		if (map.length < 3 << kind.bits())
			throw new UnreadableKindException(
				"its ColorMap (tag 320) has " + map.length / 3 + " colours; convert it to RGB");
		final int shift = Arrays.stream(map).max().orElse(0) > 0xff ? PALETTE_SHIFT : 0;
		final int colors = map.length / 3;
		final int[] palette = new int[colors];
		for (int i = 0; i < colors; i++)
			palette[i] = (int) (map[i] >> shift << 16 | map[colors + i] >> shift << 8 | map[2 * colors + i] >> shift);
		return palette;
	}
}
