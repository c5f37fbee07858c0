package org.drsformer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.drsformer.Progress;
import org.drsformer.network.GoldenNetwork.Entry;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Derains 8-bit images in the tiles of the original test script, and compares with its 8-bit results. */
@ExtendWith(Inference.class)
class PathParityTest {

	private static final double OTHER_SAMPLES = 0.001;

	/** Interleaved samples 0..255, in the order (H, W, C). */
	private record Image(int height, int width, int channels, int[] samples) {

		static Image read(final String resource) throws IOException {
			final BufferedImage image = ImageIO.read(PathParityTest.class.getResource("/" + resource));
			final Raster raster = image.getRaster();
			return new Image(image.getHeight(), image.getWidth(), raster.getNumBands(),
				raster.getPixels(0, 0, image.getWidth(), image.getHeight(), (int[]) null));
		}
	}

	static Stream<Entry> tiled() {
		return GoldenNetwork.entries("paths", GoldenNetwork.SMALL)
			.filter(path -> !path.json().get("tile").isJsonNull());
	}

	@ParameterizedTest
	@MethodSource
	void tiled(final Entry path, final NDManager manager) throws IOException {
		final GoldenNetwork golden = path.load();
		final RestorationNetwork network = golden.build(manager);
		final Image input = Image.read(golden.path(path.text("input")));
		final NDArray padded = padded(input, manager);
		final int tile = path.json().get("tile").getAsInt();
		final int overlap = path.json().get("tile_overlap").getAsInt();
		final double[] result = cropped(TiledDeraining.apply(padded, tile, overlap, image -> network.forward(image,
			StripBudget.FEW.strips(network.configuration(), image.getShape(), Progress.NONE))), input);
		if (path.json().has("f64_hwc"))
			Deviation.between(golden.array(path.text("f64_hwc")).data(), result)
				.assertWithin(Deviation.CLOSE, path.toString());
		checkSamples(Image.read(golden.path(path.text("u8"))).samples, result);
	}

	private static void checkSamples(final int[] expected, final double[] result) {
		assertEquals(expected.length, result.length);
		int other = 0;
		for (int i = 0; i < expected.length; i++) {
			final int difference = Math.abs(expected[i] - (int) Math.rint(result[i] * 255));
			assertTrue(difference <= 1, "sample " + i);
			other += difference;
		}
		assertTrue(other <= OTHER_SAMPLES * expected.length, other + " of " + expected.length + " samples differ");
	}

	/** Returns the image in 0..1, reflected at the right and at the bottom up to a multiple of 8. */
	private static NDArray padded(final Image image, final NDManager manager) {
		final int height = roundUp(image.height);
		final int width = roundUp(image.width);
		final float[] values = new float[height * width * image.channels];
		for (int i = 0; i < values.length; i++) {
			final int y = reflect(i / image.channels / width, image.height);
			final int x = reflect(i / image.channels % width, image.width);
			values[i] = image.samples[(y * image.width + x) * image.channels + i % image.channels] / 255f;
		}
		return manager.create(values, new Shape(1, height, width, image.channels));
	}

	private static int roundUp(final int size) {
		return (size + RestorationNetwork.MULTIPLE - 1) / RestorationNetwork.MULTIPLE * RestorationNetwork.MULTIPLE;
	}

	private static int reflect(final int position, final int size) {
		return position < size ? position : 2 * (size - 1) - position;
	}

	/** Returns the values of the image without its padding, clamped to 0..1, in the order (H, W, C). */
	private static double[] cropped(final NDArray result, final Image image) {
		final float[] values = result.get(":, :" + image.height + ", :" + image.width).clip(0, 1).toFloatArray();
		final double[] doubles = new double[values.length];
		Arrays.setAll(doubles, i -> values[i]);
		return doubles;
	}
}
