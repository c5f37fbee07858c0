package org.drsformer.image.file.avi;

/**
 * A number of frames per second as a fraction, as the headers of videos have it.
 *
 * @param rate frames in the time of scale, above 0
 * @param scale seconds, above 0
 */
record FrameRate(int rate, int scale) {

	/** The relative precision with which a double holds a fraction of integers. */
	private static final double EXACT = 1e-13;

	/**
	 * Returns the simplest fraction for a number: 30000/1001 for 29.97002997..., 25/2 for 12.5.
	 *
	 * @param perSecond above 0
	 */
	static FrameRate of(final double perSecond) {
		if (perSecond >= Integer.MAX_VALUE)
			return new FrameRate(Integer.MAX_VALUE, 1);
		if (perSecond <= 1.0 / Integer.MAX_VALUE)
			return new FrameRate(1, Integer.MAX_VALUE);
		// the continued fraction, whose latest convergent is rate / scale
		double rest = perSecond;
		long rate = 1;
		long scale = 0;
		long lastRate = 0;
		long lastScale = 1;
		while (scale == 0 || Math.abs((double) rate / scale - perSecond) > EXACT * perSecond) {
			final long whole = (long) rest;
			final long nextRate = whole * rate + lastRate;
			final long nextScale = whole * scale + lastScale;
			if (nextRate > Integer.MAX_VALUE || nextScale > Integer.MAX_VALUE)
				break;
			lastRate = rate;
			lastScale = scale;
			rate = nextRate;
			scale = nextScale;
			rest = 1 / (rest - whole);
		}
		return new FrameRate((int) Math.max(1, rate), (int) Math.max(1, scale));
	}

	/** Returns the time of a frame, rounded to microseconds; 0 if it does not fit into 32 bits. */
	long microseconds() {
		final long microseconds = Math.round(1e6 * scale / rate);
		return microseconds > 0xffffffffL ? 0 : microseconds;
	}
}
