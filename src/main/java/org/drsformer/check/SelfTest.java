package org.drsformer.check;

import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.SharedDerainers;
import org.drsformer.image.ValueRange;
import org.drsformer.model.ModelLibrary;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.real.FloatType;

/** Derains a small image as a whole and in strips, and checks that both results are the same. */
final class SelfTest {

	private static final int SIZE = 128;
	private static final int CHANNELS = 3;
	private static final int CHANNEL_AXIS = 2;
	private static final double TOLERANCE = 1e-3;
	private static final double NANOS = 1e9;

	/** In bytes; so little that the image is processed in strips. */
	private static final long LITTLE_MEMORY = 12 << 20;

	private SelfTest() {
		// static functions only
	}

	/** Runs the test and returns a text that says how long it took. */
	static String run(final Progress progress) {
		final DerainSettings settings = DerainSettings.of(SharedDerainers.ofThisJvm().model(ModelLibrary.BUNDLED))
			.withRange(ValueRange.UNIT);
		// the first run fills the caches
		derain(settings, progress.part(0, 0.3));
		final long start = System.nanoTime();
		final RandomAccessibleInterval<FloatType> whole = derain(settings, progress.part(0.3, 0.6));
		final double seconds = (System.nanoTime() - start) / NANOS;
		final RandomAccessibleInterval<FloatType> strips = derain(settings.withMemory(LITTLE_MEMORY),
			progress.part(0.6, 1));
		LoopBuilder.setImages(whole, strips).forEachPixel(SelfTest::compare);
		return String.format(Locale.ROOT, "%d x %d pixels in %.2f s on this machine, in strips the same", SIZE, SIZE,
			seconds);
	}

	private static RandomAccessibleInterval<FloatType> derain(final DerainSettings settings, final Progress progress) {
		try (Derainer derainer = SharedDerainers.ofThisJvm().open(settings)) {
			return derainer.derain(image(), CHANNEL_AXIS, progress);
		}
	}

	/** Returns an image of a bright sky with bright streaks. */
	private static RandomAccessibleInterval<FloatType> image() {
		final ArrayImg<FloatType, FloatArray> image = ArrayImgs.floats(SIZE, SIZE, CHANNELS);
		int i = 0;
		for (final FloatType pixel : image) {
			final int x = i % SIZE;
			final int y = i / SIZE % SIZE;
			pixel.set((x + y) / (4f * SIZE) + ((7 * x + y) % 31 == 0 ? 0.4f : 0));
			i++;
		}
		return image;
	}

	private static void compare(final FloatType whole, final FloatType strips) {
		if (!(Math.abs(whole.get() - strips.get()) < TOLERANCE))
			throw new DrsformerException("The network computes " + whole + " for the whole image and " + strips +
				" in strips for the same pixel; please report this with the complete text.");
	}
}
