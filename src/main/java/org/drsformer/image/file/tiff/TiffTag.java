package org.drsformer.image.file.tiff;

/** The tags of TIFF files that are read (TIFF 6.0, its supplements, and those of ImageJ). */
final class TiffTag {

	static final int IMAGE_WIDTH = 256;
	static final int IMAGE_LENGTH = 257;
	static final int BITS_PER_SAMPLE = 258;
	static final int COMPRESSION = 259;
	static final int PHOTOMETRIC = 262;
	static final int FILL_ORDER = 266;
	static final int IMAGE_DESCRIPTION = 270;
	static final int STRIP_OFFSETS = 273;
	static final int ORIENTATION = 274;
	static final int SAMPLES_PER_PIXEL = 277;
	static final int ROWS_PER_STRIP = 278;
	static final int STRIP_BYTE_COUNTS = 279;
	static final int X_RESOLUTION = 282;
	static final int Y_RESOLUTION = 283;
	static final int PLANAR_CONFIGURATION = 284;
	static final int T4_OPTIONS = 292;
	static final int T6_OPTIONS = 293;
	static final int RESOLUTION_UNIT = 296;
	static final int SOFTWARE = 305;
	static final int DATE_TIME = 306;
	static final int ARTIST = 315;
	static final int HOST_COMPUTER = 316;
	static final int PREDICTOR = 317;
	static final int COLOR_MAP = 320;
	static final int TILE_WIDTH = 322;
	static final int TILE_LENGTH = 323;
	static final int TILE_OFFSETS = 324;
	static final int TILE_BYTE_COUNTS = 325;
	static final int INK_SET = 332;
	static final int EXTRA_SAMPLES = 338;
	static final int SAMPLE_FORMAT = 339;
	static final int JPEG_TABLES = 347;
	static final int YCBCR_COEFFICIENTS = 529;
	static final int YCBCR_SUBSAMPLING = 530;
	static final int YCBCR_POSITIONING = 531;
	static final int REFERENCE_BLACK_WHITE = 532;
	static final int ICC_PROFILE = 34675;
	static final int IMAGEJ_BYTE_COUNTS = 50838;
	static final int IMAGEJ_METADATA = 50839;

	/** The types of numbers. */
	static final int SHORT = 3;
	static final int LONG = 4;
	static final int LONG8 = 16;

	private TiffTag() {
		// only constants
	}
}
