package org.drsformer.derain;

import static org.drsformer.image.frame.Frames.NO_CHANNEL_AXIS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.drsformer.DrsformerException;
import org.drsformer.LiveArrays;
import org.drsformer.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import ai.djl.ndarray.NDManager;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Closes a derainer, or interrupts its thread, while it works. */
@Timeout(90)
class ClosingTest {

	private final ExecutorService other = Executors.newSingleThreadExecutor();

	@AfterEach
	void stop() {
		other.shutdownNow();
	}

	private static RandomAccessibleInterval<UnsignedByteType> image() {
		return ArrayImgs.unsignedBytes(16, 24);
	}

	private static Callable<Void> deraining(final Derainer derainer, final Progress progress) {
		return () -> {
			derainer.derain(image(), NO_CHANNEL_AXIS, progress);
			return null;
		};
	}

	@Test
	void manyRoundsOnSeveralThreads() throws Exception {
		final Process rounds = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
			"-Xmx256m", "-Dai.djl.offline=true", "-cp", System.getProperty("java.class.path"),
			ClosingRounds.class.getName(), "60", "src/test/resources/fixtures/d8_plain/deraining.pth")
			.redirectErrorStream(true)
			.start();
		final String output = new String(rounds.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, rounds.waitFor(), output);
		assertTrue(output.contains("60 rounds"), output);
	}

	@Test
	void whoWorksEndsWithASentenceAndFreesAll() throws Exception {
		final Derainer derainer = TestModels.derainer(TestModels.COLOR);
		final NDManager manager = derainer.manager();
		final CountDownLatch working = new CountDownLatch(1);
		final CountDownLatch closed = new CountDownLatch(1);
		final AtomicInteger told = new AtomicInteger();
		final Future<Void> work = other.submit(deraining(derainer, fraction -> {
			told.incrementAndGet();
			working.countDown();
			await(closed);
		}));
		working.await();
		derainer.close();
		assertTrue(manager.isOpen(), "in use");
		closed.countDown();
		final Throwable failure = assertThrows(ExecutionException.class, work::get).getCause();
		assertTrue(failure instanceof DrsformerException && failure.getMessage().contains("closed"),
			failure.toString());
		assertEquals(1, told.get(), "ends after the strip in work");
		assertFalse(manager.isOpen());
		assertEquals(0, LiveArrays.in(manager));
	}

	private static void await(final CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (final InterruptedException exc) {
			throw new AssertionError(exc);
		}
	}

	@Test
	void closingWhileItReportsProgressDoesNotWaitForItself() {
		final Derainer derainer = TestModels.derainer(TestModels.COLOR);
		final NDManager manager = derainer.manager();
		assertTrue(assertThrows(DrsformerException.class,
			() -> derainer.derain(image(), NO_CHANNEL_AXIS, fraction -> derainer.close())).getMessage()
			.contains("closed"));
		assertFalse(manager.isOpen());
		assertEquals(0, LiveArrays.in(manager));
	}

	@Test
	void aClosedOneSaysSo() {
		final Derainer derainer = TestModels.derainer(TestModels.COLOR);
		derainer.close();
		assertTrue(
			assertThrows(DrsformerException.class, () -> derainer.derain(image())).getMessage().contains("closed"));
	}

	/** The shared network stays until the second derainer is closed too. */
	@Test
	void closingOneOfTwoThatShareANetworkEndsOnlyItsOwnWork() {
		final SharedDerainers shared = new SharedDerainers();
		final Derainer first = shared.open(TestModels.settings(TestModels.COLOR));
		try (Derainer second = shared.open(TestModels.settings(TestModels.COLOR))) {
			assertThrows(DrsformerException.class, () -> first.derain(image(), NO_CHANNEL_AXIS, fraction -> {
				first.close();
				shared.releaseUnused();
			}));
			shared.releaseUnused();
			second.derain(image());
		}
		shared.releaseUnused();
		assertEquals(0, shared.loaded());
	}

	@Test
	void aSharedNetworkStaysWhileWorkGoesOnThatWasClosed() {
		final SharedDerainers shared = new SharedDerainers();
		final Derainer derainer = shared.open(TestModels.settings(TestModels.COLOR));
		final NDManager manager = derainer.manager();
		assertThrows(DrsformerException.class, () -> derainer.derain(image(), NO_CHANNEL_AXIS, fraction -> {
			derainer.close();
			shared.releaseUnused();
			assertTrue(manager.isOpen());
		}));
		shared.releaseUnused();
		assertFalse(manager.isOpen());
	}

	@Test
	void anInterruptedThreadEndsAfterTheStripInWork() throws Exception {
		try (Derainer derainer = TestModels.derainer(TestModels.COLOR)) {
			derainer.derain(image());
			final long before = LiveArrays.in(derainer.manager());
			final AtomicInteger told = new AtomicInteger();
			final AtomicBoolean flag = new AtomicBoolean();
			final Future<?> work = other.submit(() -> {
				assertThrows(CancellationException.class, () -> derainer.derain(image(), NO_CHANNEL_AXIS, fraction -> {
					if (told.incrementAndGet() == 2)
						Thread.currentThread().interrupt();
				}));
				flag.set(Thread.interrupted());
			});
			work.get();
			assertEquals(2, told.get());
			assertTrue(flag.get(), "the thread stays marked as interrupted");
			assertEquals(before, LiveArrays.in(derainer.manager()));
			derainer.derain(image());
		}
	}

	@Test
	void aThreadThatIsInterruptedAlreadyDoesNotBegin() {
		try (Derainer derainer = TestModels.derainer(TestModels.COLOR)) {
			Thread.currentThread().interrupt();
			assertThrows(CancellationException.class, () -> derainer.derain(image(), NO_CHANNEL_AXIS, fraction -> {
				throw new AssertionError("it works");
			}));
			assertTrue(Thread.interrupted());
		}
	}
}
