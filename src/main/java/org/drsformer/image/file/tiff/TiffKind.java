package org.drsformer.image.file.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Set;

import org.drsformer.image.DeepColor;
import org.drsformer.image.file.content.Orientation;
import org.drsformer.image.file.content.UnreadableKindException;

/**
 * What the samples of a page of a TIFF file are. A kind that cannot be read correctly is refused with the tag that says
 * so.
 *
 * @param bits of a sample
 * @param samples of a pixel, including those that are left out
 * @param seen samples of a pixel that are read: one for gray, three for RGB, four for CMYK, or the channels
 * @param format 1 for numbers without a sign, 2 with a sign, 3 for real numbers
 * @param multiplied whether the colours are multiplied by the alpha that follows them
 * @param planar whether each sample has its own plane
 */
record TiffKind(int width, int height, int bits, int samples, int seen, int format, int photometric, int compression,
	int predictor, boolean planar, boolean multiplied, Orientation orientation) {

	static final int WHITE_IS_ZERO = 0;
	static final int BLACK_IS_ZERO = 1;
	static final int RGB = 2;
	static final int PALETTE = 3;
	static final int CMYK = 5;
	static final int YCBCR = 6;

	static final int UNCOMPRESSED = 1;
	static final int DEFLATE = 8;
	static final int JPEG = 7;
	static final int OLD_DEFLATE = 32946;
	static final int PACK_BITS = 32773;

	static final int UNSIGNED = 1;
	static final int SIGNED = 2;
	static final int REAL = 3;

	private static final Set<Integer> FAX = Set.of(2, 3, 4);
	private static final Set<Integer> COMPRESSIONS = Set.of(1, 2, 3, 4, 5, 7, 8, 32773, 32946);

	private static final Map<Integer, String> COLORS = Map.of(4, "a mask", 8, "CIE Lab", 9, "ICC Lab", 10, "ITU Lab",
		32803, "raw sensor data", 32844, "logarithmic", 32845, "logarithmic", 34892, "raw sensor data");

	private static final Map<Integer, String> PACKINGS = Map.of(6, "JPEG in its old form", 34661, "JBIG", 34712,
		"JPEG 2000", 34887, "LERC", 34925, "LZMA", 50000, "Zstandard", 50001, "WebP", 50002, "JPEG XL", 52546,
		"JPEG XL");

	private static final Map<Integer, Set<Integer>> DEPTHS = Map.of(UNSIGNED, Set.of(1, 2, 4, 8, 10, 12, 14, 16, 32),
		SIGNED, Set.of(8, 16, 32), REAL, Set.of(16, 32, 64));

	private static final int UNDEFINED = 4;
	private static final int FLOATING_PREDICTOR = 3;

	/**
	 * Reads the kind of a page.
	 *
	 * @param byImageJ whether ImageJ wrote the file: then a palette is only the lookup table that displays gray values
	 * @throws IOException that says what is wrong with the tags
	 * @throws UnreadableKindException if the tags are right, but such samples cannot be read
	 */
	static TiffKind of(final TiffDirectory page, final boolean byImageJ) throws IOException {
		final int samples = (int) page.number(TiffTag.SAMPLES_PER_PIXEL, 1);
		final int format = page.same(TiffTag.SAMPLE_FORMAT, UNSIGNED, "SampleFormat");
		final int compression = (int) page.number(TiffTag.COMPRESSION, UNCOMPRESSED);
		final int told = (int) page.number(TiffTag.PHOTOMETRIC,
			FAX.contains(compression) ? WHITE_IS_ZERO : BLACK_IS_ZERO);
		final int photometric = told == PALETTE && byImageJ ? BLACK_IS_ZERO : told;
		if (photometric < 0 || photometric > YCBCR || photometric == 4)
			throw new UnreadableKindException("its PhotometricInterpretation (tag 262) is " +
				named(photometric, COLORS) + "; convert it to RGB or gray");
		final int seen = TiffSamples.seen(page, photometric, samples);
		final int bits = page.same(TiffTag.BITS_PER_SAMPLE, 1, "BitsPerSample");
		final int predictor = (int) page.number(TiffTag.PREDICTOR, 1);
		final boolean planar = page.number(TiffTag.PLANAR_CONFIGURATION, 1) == 2 && samples > 1;
		final Orientation orientation = Orientation.of((int) page.number(TiffTag.ORIENTATION, 1));
		final TiffKind kind = new TiffKind(size(page, TiffTag.IMAGE_WIDTH), size(page, TiffTag.IMAGE_LENGTH), bits,
			samples, seen, format == UNDEFINED ? UNSIGNED : format, photometric, compression, predictor, planar,
			TiffSamples.areMultiplied(page, samples, seen), orientation);
		kind.check(page);
		return kind;
	}

	private static int size(final TiffDirectory page, final int tag) throws IOException {
		final long size = page.number(tag, 0);
		if (size < 1 || size > Integer.MAX_VALUE)
			throw new IOException("it claims " + page.number(TiffTag.IMAGE_WIDTH, 0) + " x " +
				page.number(TiffTag.IMAGE_LENGTH, 0) + " pixels");
		return (int) size;
	}

	private void check(final TiffDirectory page) throws IOException {
		if (!COMPRESSIONS.contains(compression))
			throw new UnreadableKindException("its Compression (tag 259) is " + named(compression, PACKINGS) +
				"; save it with LZW, Deflate or without compression");
		if (page.number(TiffTag.FILL_ORDER, 1) == 2 && (compression == DEFLATE || compression == OLD_DEFLATE))
			throw new UnreadableKindException(
				"its FillOrder (tag 266) is 2 with Deflate, which programs interpret differently;" +
					" save it without that");
		checkDepth();
		checkPredictor();
		// libtiff writes files that differ from its specification
		if (predictor == FLOATING_PREDICTOR && isPredicted() && page.order() == ByteOrder.BIG_ENDIAN)
			throw new UnreadableKindException(
				"its Predictor (tag 317) is 3 in a file with the highest byte first, which programs" +
					" interpret differently; save it without a predictor");
		if (multiplied && (format != UNSIGNED || bits != Byte.SIZE && bits != Short.SIZE))
			throw new UnreadableKindException("its ExtraSamples (tag 338) is associated alpha for samples of " + bits +
				" bits (tag 258); save it without alpha");
	}

	private static String named(final int code, final Map<Integer, String> names) {
		return code + (names.containsKey(code) ? " (" + names.get(code) + ")" : "");
	}

	private void checkDepth() {
		if (!DEPTHS.getOrDefault(format, Set.of()).contains(bits))
			throw new UnreadableKindException("its samples have " + bits + " bits (tag 258) of SampleFormat " + format +
				" (tag 339); convert them to 8, 16 or 32 bits");
		final Set<Integer> bytes = photometric == BLACK_IS_ZERO || photometric == WHITE_IS_ZERO ? Set.of(8, 16, 32, 64)
			: photometric == YCBCR ? Set.of(8) : Set.of(8, 16);
		final boolean color = photometric != BLACK_IS_ZERO && photometric != WHITE_IS_ZERO;
		if (samples > 1 && !bytes.contains(bits) || photometric == PALETTE && bits > 8 || color && format != UNSIGNED)
			throw new UnreadableKindException("its PhotometricInterpretation (tag 262) is " + photometric + " with " +
				samples + " samples of " + bits + " bits (tag 258); convert it to 8 or 16 bits");
		if (FAX.contains(compression) && (bits != 1 || samples != 1) || compression == JPEG && (bits != 8 || planar))
			throw new UnreadableKindException("its Compression (tag 259) is " + compression + " with " + samples +
				" samples of " + bits + " bits (tag 258); save it with another compression");
	}

	private void checkPredictor() {
		final boolean real = predictor == FLOATING_PREDICTOR && format == REAL;
		final boolean whole = predictor == 2 && Set.of(8, 16, 32, 64).contains(bits) && photometric != YCBCR;
		if (predictor != 1 && !real && !whole && isPredicted())
			throw new UnreadableKindException("its Predictor (tag 317) is " + predictor + " for samples of " + bits +
				" bits (tag 258); save it without a predictor");
		if (photometric == YCBCR && planar)
			throw new UnreadableKindException("its PlanarConfiguration (tag 284) is 2 for YCbCr; convert it to RGB");
	}

	/** Returns whether a predictor belongs to the compression. */
	boolean isPredicted() {
		return compression != UNCOMPRESSED && compression != JPEG && compression != PACK_BITS
			&& !FAX.contains(compression);
	}

	/**
	 * Returns whether a pixel is one number or several independent ones, black where they are smallest or largest.
	 */
	boolean isGray() {
		return photometric == BLACK_IS_ZERO || photometric == WHITE_IS_ZERO;
	}

	/** Returns how many slices a page becomes: one for each channel, or three for red, green and blue of 16 bits. */
	int slices() {
		if (isGray())
			return seen;
		return photometric != PALETTE && bits == 16 ? DeepColor.CHANNELS : 1;
	}

	/** Returns the bits of a slice in ImageJ; 24 for RGB. */
	int sliceBits() {
		if (format == REAL || bits > 16 || format == SIGNED && bits == 8)
			return 32;
		if (isGray())
			return bits > 8 ? 16 : 8;
		return bits == 16 ? 16 : 24;
	}

	/** Returns the bytes of a row with all samples that lie next to each other. */
	long rowBytes(final long columns) {
		return (columns * bits * (planar ? 1 : samples) + 7) / 8;
	}

	/** Returns the bytes of a page without compression. */
	long bytes() {
		return rowBytes(width) * height * (planar ? samples : 1);
	}

	/** Returns how many samples of a pixel are needed, with the alpha that the colours are multiplied by. */
	int needed() {
		return multiplied ? seen + 1 : seen;
	}

	/** Returns whether pages of both kinds can be slices of one image. */
	boolean goesWith(final TiffKind other) {
		return width == other.width && height == other.height && bits == other.bits && seen == other.seen
			&& format == other.format && photometric == other.photometric && orientation.equals(other.orientation);
	}
}
