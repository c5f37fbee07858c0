package org.drsformer.image.file.content;

import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.List;
import java.util.stream.IntStream;

/** One band of a raster: one of the samples of each pixel. */
public record SampleBand(Raster raster, int band) {

	/** Returns all bands of a raster. */
	public static List<SampleBand> all(final Raster raster) {
		return IntStream.range(0, raster.getNumBands()).mapToObj(band -> new SampleBand(raster, band)).toList();
	}

	/** Receives the sample of the pixel at an index; the index counts row after row. */
	@FunctionalInterface
	public interface Samples {

		void take(int index, int sample);
	}

	/** Receives a sample as {@link Samples} does, as a real number. */
	@FunctionalInterface
	public interface RealSamples {

		void take(int index, double sample);
	}

	/** Returns whether the memory of the raster contains only this band, row after row. */
	public boolean isWhole() {
		final long pixels = (long) raster.getWidth() * raster.getHeight();
		return raster.getNumBands() == 1 && raster.getSampleModel().getNumDataElements() == 1
			&& raster.getDataBuffer().getNumBanks() == 1 && raster.getDataBuffer().getSize() == pixels
			&& raster.getDataBuffer().getOffset() == 0;
	}

	/** Passes on every sample, row after row. */
	public void forEach(final Samples samples) {
		final int[] row = new int[raster.getWidth()];
		for (int y = 0; y < raster.getHeight(); y++) {
			raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, band, row);
			for (int x = 0; x < row.length; x++)
				samples.take(y * row.length + x, row[x]);
		}
	}

	/** Passes on every sample as a real number, row after row. */
	public void forEachReal(final RealSamples samples) {
		final double[] row = new double[raster.getWidth()];
		for (int y = 0; y < raster.getHeight(); y++) {
			raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, band, row);
			for (int x = 0; x < row.length; x++)
				samples.take(y * row.length + x, row[x]);
		}
	}

	/**
	 * Undoes the multiplication of the samples by alpha; where alpha is 0, the samples stay.
	 *
	 * @param most the largest value of both
	 */
	public void divide(final SampleBand alpha, final int most) {
		final int width = raster.getWidth();
		int[] row = null;
		int[] divisors = null;
		for (int y = 0; y < raster.getHeight(); y++) {
			row = raster.getSamples(0, y, width, 1, band, row);
			divisors = alpha.raster.getSamples(0, y, width, 1, alpha.band, divisors);
			for (int x = 0; x < width; x++)
				if (divisors[x] > 0)
					row[x] = (int) Math.min(most, ((long) row[x] * most + divisors[x] / 2) / divisors[x]);
			((WritableRaster) raster).setSamples(0, y, width, 1, band, row);
		}
	}
}
