package org.drsformer.image.file.content;

import java.awt.image.Raster;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

/** Makes colours from samples: 8-bit RGB, or three slices of 16 bits. */
public final class SampleColors {

	private static final int OPAQUE = 0xff000000;

	private SampleColors() {
		// static functions only
	}

	/**
	 * Returns the colours of a palette; gray if all of its colours are gray.
	 *
	 * @param colors red, green and blue in the lower bits; places beyond the palette are black
	 */
	public static ImageProcessor palette(final Raster places, final int[] colors) {
		final int[] pixels = new int[places.getWidth() * places.getHeight()];
		new SampleBand(places, 0)
			.forEach((i, place) -> pixels[i] = OPAQUE | (place < colors.length ? colors[place] : 0));
		final ColorProcessor color = new ColorProcessor(places.getWidth(), places.getHeight(), pixels);
		return IntStream.of(colors).allMatch(SampleColors::isGray) ? gray(color) : color;
	}

	private static boolean isGray(final int color) {
		return (color & 0xff) == (color >> 8 & 0xff) && (color & 0xff) == (color >> 16 & 0xff);
	}

	private static ByteProcessor gray(final ColorProcessor color) {
		final byte[] pixels = new byte[color.getPixelCount()];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (byte) color.get(i);
		return new ByteProcessor(color.getWidth(), color.getHeight(), pixels);
	}

	/**
	 * Returns the colours of RGB samples: one RGB slice for 8 bits, three slices for 16 bits.
	 *
	 * @param bands red, green, blue
	 */
	public static List<ImageProcessor> rgb(final List<SampleBand> bands, final int bits) {
		final Raster raster = bands.get(0).raster();
		if (bits == Short.SIZE)
			return bands.subList(0, 3).stream().map(SampleColors::deep).toList();
		final int[] pixels = new int[raster.getWidth() * raster.getHeight()];
		bands.get(0).forEach((i, red) -> pixels[i] = OPAQUE | red << 16);
		bands.get(1).forEach((i, green) -> pixels[i] |= green << 8);
		bands.get(2).forEach((i, blue) -> pixels[i] |= blue);
		return List.of(new ColorProcessor(raster.getWidth(), raster.getHeight(), pixels));
	}

	private static ImageProcessor deep(final SampleBand band) {
		final short[] pixels = new short[band.raster().getWidth() * band.raster().getHeight()];
		band.forEach((i, sample) -> pixels[i] = (short) sample);
		return new ShortProcessor(band.raster().getWidth(), band.raster().getHeight(), pixels, null);
	}

	/**
	 * Returns the RGB of inks without using a profile: each ink removes its share of the light, and black removes its
	 * share of the rest.
	 *
	 * @param bands cyan, magenta, yellow, black
	 * @param inverted whether 0 is the most ink, as Adobe stores it in JPEG
	 */
	public static List<ImageProcessor> inks(final List<SampleBand> bands, final int bits, final boolean inverted) {
		final Raster raster = bands.get(0).raster();
		final int most = (1 << bits) - 1;
		final int[] black = new int[raster.getWidth() * raster.getHeight()];
		bands.get(3).forEach((i, ink) -> black[i] = inverted ? ink : most - ink);
		final List<int[]> colors = new ArrayList<>();
		for (final SampleBand band : bands.subList(0, 3)) {
			final int[] color = new int[black.length];
			band.forEach(
				(i, ink) -> color[i] = (int) Math.round((inverted ? ink : most - ink) * (double) black[i] / most));
			colors.add(color);
		}
		return bits == Byte.SIZE ? List.of(join(colors, raster))
			: colors.stream().map(color -> deep(color, raster)).toList();
	}

	private static ImageProcessor join(final List<int[]> colors, final Raster raster) {
		final int[] pixels = new int[colors.get(0).length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = OPAQUE | colors.get(0)[i] << 16 | colors.get(1)[i] << 8 | colors.get(2)[i];
		return new ColorProcessor(raster.getWidth(), raster.getHeight(), pixels);
	}

	private static ImageProcessor deep(final int[] color, final Raster raster) {
		final short[] pixels = new short[color.length];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (short) color[i];
		return new ShortProcessor(raster.getWidth(), raster.getHeight(), pixels, null);
	}
}
