package org.drsformer.derain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.drsformer.model.LoadedModels;
import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

class SharedDerainersTest {

	private final SharedDerainers shared = new SharedDerainers();

	@Test
	void aNetworkIsLoadedOnceAndLetGoWhenUnused() {
		final Derainer first = shared.open(TestModels.settings(TestModels.COLOR));
		final Derainer second = shared.open(TestModels.settings(TestModels.COLOR).withMemory(1 << 20));
		final Derainer other = shared.open(TestModels.settings(TestModels.GRAY));
		assertEquals(2, shared.loaded());
		assertSame(first.manager(), second.manager());
		first.close();
		first.close();
		shared.releaseUnused();
		assertTrue(second.manager().isOpen(), "it is still used");
		second.derain(image(1));
		second.close();
		other.close();
		assertEquals(2, shared.loaded());
		shared.releaseUnused();
		assertEquals(0, shared.loaded());
		assertFalse(second.manager().isOpen());
		try (Derainer again = shared.open(TestModels.settings(TestModels.COLOR))) {
			again.derain(image(1));
		}
	}

	private static Img<UnsignedByteType> image(final int seed) {
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(16, 8, 2);
		int i = seed;
		for (final UnsignedByteType pixel : image)
			pixel.set(37 * i++ * seed % 256);
		return image;
	}

	@Test
	void severalAtTheSameTimeDoNotDisturbEachOther() throws Exception {
		final List<RandomAccessibleInterval<UnsignedByteType>> alone = new ArrayList<>();
		for (int i = 1; i <= 4; i++)
			alone.add(derain(i));
		final ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			final List<Callable<RandomAccessibleInterval<UnsignedByteType>>> tasks = new ArrayList<>();
			for (int i = 1; i <= 4; i++) {
				final int seed = i;
				tasks.add(() -> derain(seed));
			}
			final List<Future<RandomAccessibleInterval<UnsignedByteType>>> together = threads.invokeAll(tasks);
			for (int i = 0; i < 4; i++)
				assertSamePixels(alone.get(i), together.get(i).get());
		}
		finally {
			threads.shutdown();
		}
		shared.releaseUnused();
		assertEquals(0, shared.loaded());
	}

	private RandomAccessibleInterval<UnsignedByteType> derain(final int seed) {
		try (Derainer derainer = shared.open(TestModels.settings(seed % 2 == 0 ? TestModels.COLOR : TestModels.GRAY))) {
			return derainer.derain(image(seed));
		}
	}

	private static void assertSamePixels(final RandomAccessibleInterval<UnsignedByteType> expected,
		final RandomAccessibleInterval<UnsignedByteType> actual)
	{
		final Cursor<UnsignedByteType> other = actual.cursor();
		for (final UnsignedByteType pixel : expected)
			assertEquals(pixel.get(), other.next().get());
	}

	@Test
	void aModelIsReadAgainOnlyIfItsFileHasChanged(@TempDir final Path folder) throws Exception {
		final LoadedModels models = new LoadedModels();
		final ModelLibrary library = new ModelLibrary(folder);
		final Path file = folder.resolve("own.pth");
		Files.copy(Path.of("src/test/resources/fixtures/d8_plain/deraining.pth"), file);
		final Model model = models.find(library, "own");
		assertSame(model, models.find(library, "own"));
		assertSame(models.find(library, "compact"), models.find(library, "compact"));
		Files.delete(file);
		Files.copy(Path.of("src/test/resources/fixtures/d8_mefc_biasfree_bias_1ch/deraining.pth"), file);
		assertNotSame(model, models.find(library, "own"));
	}
}
