package org.drsformer.image.file.tiff;

import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferFloat;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.List;

import org.drsformer.image.file.content.SampleBand;
import org.drsformer.image.file.content.SampleColors;

import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/**
 * Makes slices of ImageJ from the samples of a page. Samples keep their values; those of less than 8 bits are stretched
 * to 0..255, and those with a sign are shifted as in ImageJ.
 *
 * @param rasters one for all samples, or one for each sample
 */
record TiffPlanes(TiffKind kind, List<Raster> rasters) {

	private static final int UNSIGNED_OFFSET = 1 << 15;

	/** Returns as many slices as {@link TiffKind#slices} says. */
	List<ImageProcessor> slices(final int[] palette) {
		if (kind.photometric() == TiffKind.PALETTE)
			return List.of(SampleColors.palette(rasters.get(0), palette));
		final List<SampleBand> bands = bands();
		if (kind.multiplied())
			bands.subList(0, kind.seen()).forEach(band -> band.divide(bands.get(kind.seen()), (1 << kind.bits()) - 1));
		if (kind.photometric() == TiffKind.CMYK)
			return SampleColors.inks(bands, kind.bits(), false);
		if (!kind.isGray())
			return SampleColors.rgb(bands, kind.bits());
		return bands.subList(0, kind.seen()).stream().map(this::gray).toList();
	}

	private List<SampleBand> bands() {
		final List<SampleBand> bands = new ArrayList<>();
		for (int c = 0; c < kind.needed(); c++)
			bands.add(kind.planar() ? new SampleBand(rasters.get(c), 0) : new SampleBand(rasters.get(0), c));
		return bands;
	}

	private ImageProcessor gray(final SampleBand band) {
		return switch (kind.sliceBits()) {
			case 8 -> new ByteProcessor(kind.width(), kind.height(), bytes(band));
			case 16 -> new ShortProcessor(kind.width(), kind.height(), shorts(band), null);
			default -> new FloatProcessor(kind.width(), kind.height(), floats(band));
		};
	}

	private byte[] bytes(final SampleBand band) {
		if (kind.bits() == Byte.SIZE && band.isWhole()
			&& band.raster().getDataBuffer() instanceof final DataBufferByte data)
			return data.getData();
		final byte[] bytes = new byte[kind.width() * kind.height()];
		final int factor = 255 / ((1 << kind.bits()) - 1);
		band.forEach((i, sample) -> bytes[i] = (byte) (sample * factor));
		return bytes;
	}

	private short[] shorts(final SampleBand band) {
		if (band.isWhole() && band.raster().getDataBuffer() instanceof final DataBufferUShort data)
			return data.getData();
		final short[] shorts = new short[kind.width() * kind.height()];
		final int offset = kind.format() == TiffKind.SIGNED ? UNSIGNED_OFFSET : 0;
		band.forEach((i, sample) -> shorts[i] = (short) (sample + offset));
		return shorts;
	}

	private float[] floats(final SampleBand band) {
		final float[] floats = new float[kind.width() * kind.height()];
		if (kind.format() != TiffKind.REAL)
			band.forEach((i, sample) -> floats[i] = whole(sample));
		else if (band.isWhole() && band.raster().getDataBuffer() instanceof final DataBufferFloat data)
			return data.getData();
		else
			band.forEachReal((i, sample) -> floats[i] = (float) sample);
		return floats;
	}

	private float whole(final int sample) {
		if (kind.bits() == Byte.SIZE)
			return (byte) sample;
		return kind.format() == TiffKind.SIGNED ? sample : sample & 0xffffffffL;
	}
}
