package org.drsformer.image.file.tiff;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileOpener;
import ij.io.TiffDecoder;

/**
 * What a TIFF file says besides its pixels, as ImageJ understands it: calibration, labels, overlay, lookup tables,
 * display ranges and the axes of a hyperstack. ImageJ's decoder trusts whatever it reads, so it gets a file of one
 * pixel with copies of those tags, which are checked first.
 *
 * @param info all that ImageJ reads
 * @param pixel an image of one pixel with what ImageJ makes of it
 */
record TiffMetadata(FileInfo info, ImagePlus pixel) {

	private static final int[] COPIED = { TiffTag.IMAGE_DESCRIPTION, TiffTag.X_RESOLUTION, TiffTag.Y_RESOLUTION,
		TiffTag.RESOLUTION_UNIT, TiffTag.SOFTWARE, TiffTag.DATE_TIME, TiffTag.ARTIST, TiffTag.HOST_COMPUTER,
		TiffTag.IMAGEJ_BYTE_COUNTS, TiffTag.IMAGEJ_METADATA };

	private static final int MAGIC = 0x494a494a;
	private static final int LEAST_HEADER = 12;
	private static final String BY_IMAGEJ = "ImageJ=";
	private static final int COLOR_MAP_NUMBERS = 768;

	/** Returns whether ImageJ wrote the file. */
	static boolean isByImageJ(final TiffDirectory page) throws IOException {
		return StandardCharsets.ISO_8859_1.decode(page.content(TiffTag.IMAGE_DESCRIPTION))
			.toString()
			.startsWith(BY_IMAGEJ);
	}

	/**
	 * Reads the metadata of a page.
	 *
	 * @throws IOException that says what is wrong
	 */
	static TiffMetadata of(final TiffDirectory page, final TiffKind kind, final ByteOrder order) throws IOException {
		checkImageJ(page);
		final FileInfo info = new TiffDecoder(new ByteArrayInputStream(file(page, kind, order)), "").getTiffInfo()[0];
		info.inputStream = null;
		final FileInfo one = (FileInfo) info.clone();
		one.nImages = 1;
		one.stripOffsets = null;
		one.offset = 0;
		one.inputStream = new ByteArrayInputStream(new byte[Long.BYTES]);
		// ImageJ would ask in a dialog which calibration to use
		if (ImagePlus.getStaticGlobalCalibration() != null)
			FileOpener.setShowConflictMessage(false);
		return new TiffMetadata(info, new FileOpener(one).openImage());
	}

	/** Checks that ImageJ's own metadata is as long as it claims. */
	private static void checkImageJ(final TiffDirectory page) throws IOException {
		final long[] lengths = page.numbers(TiffTag.IMAGEJ_BYTE_COUNTS);
		if (lengths.length == 0)
			return;
		long total = 0;
		for (final long length : lengths)
			total += length;
		if (total > page.bytes(TiffTag.IMAGEJ_METADATA))
			throw new IOException("its metadata claims to be longer than it is");
		final ByteBuffer header = page.content(TiffTag.IMAGEJ_METADATA);
		if (lengths[0] < LEAST_HEADER || header.getInt() != MAGIC || parts(header, lengths[0]) > lengths.length - 1)
			throw new IOException("its metadata (tag 50839) is damaged");
	}

	private static long parts(final ByteBuffer header, final long bytes) {
		long parts = 0;
		for (int i = 0; i < bytes / Long.BYTES && header.remaining() >= Long.BYTES; i++) {
			header.getInt();
			parts += header.getInt() & 0xffffffffL;
		}
		return parts;
	}

	private static byte[] file(final TiffDirectory page, final TiffKind kind, final ByteOrder order)
		throws IOException
	{
		final int bits = kind.isGray() ? kind.sliceBits() : Byte.SIZE;
		final TiffBuilder tags = new TiffBuilder(order, false);
		tags.putShort(TiffTag.IMAGE_WIDTH, 1).putShort(TiffTag.IMAGE_LENGTH, 1).putShort(TiffTag.STRIP_OFFSETS, 0);
		tags.putShort(TiffTag.BITS_PER_SAMPLE, bits);
		if (kind.photometric() == TiffKind.WHITE_IS_ZERO)
			tags.putShort(TiffTag.PHOTOMETRIC, TiffKind.WHITE_IS_ZERO);
		if (bits > Short.SIZE)
			tags.putShort(TiffTag.SAMPLE_FORMAT, TiffKind.REAL);
		else if (bits == Short.SIZE && kind.format() == TiffKind.SIGNED)
			tags.putShort(TiffTag.SAMPLE_FORMAT, TiffKind.SIGNED);
		for (final int tag : COPIED)
			tags.put(tag, page);
		if (kind.isGray() && page.count(TiffTag.COLOR_MAP) == COLOR_MAP_NUMBERS)
			tags.put(TiffTag.COLOR_MAP, page);
		return tags.file();
	}

	/** Returns how many planes there are if ImageJ has described only the first. */
	int images() {
		return Math.max(1, info.nImages);
	}

	/** Returns ImageJ's description of the image; null if the file has none. */
	Properties description() {
		return new FileOpener((FileInfo) info.clone()).decodeDescriptionString((FileInfo) info.clone());
	}
}
