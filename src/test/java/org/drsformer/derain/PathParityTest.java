package org.drsformer.derain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.drsformer.FixtureWeights;
import org.drsformer.Npy;
import org.drsformer.Progress;
import org.drsformer.derain.imageplus.ImagePlusDerainer;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.model.Model;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Compares the whole path from file to file with the results of the original test script: see the README of the
 * fixtures.
 */
class PathParityTest {

	/** The tolerance where a top-k index may flip; everywhere else results agree to {@link #STRICT}. */
	private static final double LOOSE = 2e-2;
	private static final double LOOSE_MEAN = 1e-3;
	private static final double STRICT = 1e-5;

	private String folder;

	@ParameterizedTest
	@ValueSource(
		strings = { "d8_plain", "d8_mefc_biasfree_bias_1ch", "d16_mefc", "r_d8_withbias", "r_d8_biasfree_bias_gray" })
	void smallNetworks(final String fixture) {
		folder = "fixtures/" + fixture + "/";
		try (Derainer derainer = TestModels.derainer(fixture)) {
			checkPaths(derainer);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "full48_200L_SPA", "full48_mefc" })
	void publishedSize(final String fixture, @TempDir final Path temp) {
		folder = "fixtures/" + fixture + "/";
		final Path file = temp.resolve("full.pth");
		FixtureWeights.generate(folder + "manifest.json").write(file);
		try (Derainer derainer = new Derainer(TestModels.settings(Model.of(file)))) {
			checkPaths(derainer);
		}
	}

	private void checkPaths(final Derainer derainer) {
		int checked = 0;
		for (final JsonElement element : FixtureWeights.manifest(folder + "manifest.json").getAsJsonArray("paths")) {
			final JsonObject path = element.getAsJsonObject();
			if (!path.get("tile").isJsonNull())
				continue;
			final ImagePlus rainy = read(path.get("input").getAsString());
			checkBytes(derainer, rainy, path);
			if (path.has("f64_hwc"))
				checkFloats(derainer, rainy, path);
			checked++;
		}
		assertTrue(checked > 0);
	}

	private ImagePlus read(final String name) {
		return ImageFiles.read(Path.of("src/test/resources", folder + name));
	}

	private void checkBytes(final Derainer derainer, final ImagePlus rainy, final JsonObject path) {
		final byte[] expected = samples(read(path.get("u8").getAsString()).getProcessor());
		final byte[] actual = samples(ImagePlusDerainer.derain(rainy, derainer, Progress.NONE).getProcessor());
		final boolean strict = path.get("strict").getAsBoolean();
		int different = 0;
		for (int i = 0; i < expected.length; i++) {
			final int error = Math.abs((expected[i] & 0xff) - (actual[i] & 0xff));
			assertTrue(error <= (strict ? 1 : 1 + LOOSE * 255), () -> path + " off by " + error);
			different += error == 0 ? 0 : 1;
		}
		if (strict)
			assertTrue(different <= 0.001 * expected.length, different + " of " + expected.length + " differ: " + path);
	}

	private static byte[] samples(final ImageProcessor plane) {
		if (plane.getBitDepth() == 8)
			return (byte[]) plane.getPixels();
		final int[] colors = (int[]) plane.getPixels();
		final byte[] samples = new byte[3 * colors.length];
		for (int i = 0; i < samples.length; i++)
			samples[i] = (byte) (colors[i / 3] >> 16 - 8 * (i % 3));
		return samples;
	}

	/** Derains an image (x, y, channel) of real numbers. The script clamps the result, and this software does not. */
	private void checkFloats(final Derainer derainer, final ImagePlus rainy, final JsonObject path) {
		final Npy expected = Npy.read(folder + path.get("f64_hwc").getAsString());
		final byte[] bytes = samples(rainy.getProcessor());
		final int[] shape = expected.shape();
		assertArrayEquals(new int[] { rainy.getHeight(), rainy.getWidth() }, new int[] { shape[0], shape[1] });
		final int channels = bytes.length / (shape[0] * shape[1]);
		final float[] floats = new float[bytes.length];
		for (int i = 0; i < floats.length; i++)
			floats[i] = (bytes[i] & 0xff) / 255f;
		final RandomAccessibleInterval<FloatType> image = ArrayImgs.floats(floats, channels, shape[1], shape[0]);
		checkFloats(derainer.derain(image, 0, Progress.NONE), expected, path.get("strict").getAsBoolean());
	}

	private void checkFloats(final RandomAccessibleInterval<FloatType> actual, final Npy expected,
		final boolean strict)
	{
		final RandomAccess<FloatType> access = actual.randomAccess();
		final long channels = actual.dimension(0);
		final long width = actual.dimension(1);
		double sum = 0;
		for (int i = 0; i < expected.data().length; i++) {
			access.setPosition(new long[] { i % channels, i / channels % width, i / channels / width });
			final double clamped = Math.max(0, Math.min(1, access.get().getRealDouble()));
			final double error = Math.abs(clamped - expected.data()[i]);
			assertEquals(0, error, strict ? STRICT : LOOSE);
			sum += error;
		}
		assertTrue(sum / expected.data().length <= LOOSE_MEAN);
	}
}
