package org.drsformer.derain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.drsformer.DrsformerException;
import org.drsformer.model.Model;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import net.imglib2.img.array.ArrayImgs;

/** Checks what others can do while a network is being loaded, which takes minutes with a download. */
@Timeout(60)
class SlowLoadingTest {

	private static final Model COLOR = TestModels.model(TestModels.COLOR);

	private final ExecutorService threads = Executors.newCachedThreadPool();
	private final AtomicInteger loads = new AtomicInteger();
	private final CountDownLatch loading = new CountDownLatch(1);
	private final CountDownLatch goOn = new CountDownLatch(1);
	/** The failure of the first loading; null if it succeeds. */
	private volatile RuntimeException failure;

	/** Loads colour networks as slowly as the test wants. */
	private final SharedDerainers shared = new SharedDerainers(this::load);

	private FrameNetwork load(final DerainSettings settings) {
		if (settings.model() != COLOR)
			return new FrameNetwork(settings);
		final boolean first = loads.incrementAndGet() == 1;
		loading.countDown();
		try {
			goOn.await();
		}
		catch (final InterruptedException exc) {
			throw new AssertionError(exc);
		}
		if (first && failure != null)
			throw failure;
		return new FrameNetwork(settings);
	}

	@AfterEach
	void stop() {
		goOn.countDown();
		threads.shutdownNow();
	}

	private Future<Derainer> open() {
		return threads.submit(() -> shared.open(TestModels.settings(COLOR)));
	}

	/** Waits until a thread waits for another. */
	private static void awaitWaiting(final Thread thread) throws InterruptedException {
		while (thread.getState() != Thread.State.WAITING)
			Thread.sleep(1);
	}

	@Test
	void nobodyElseWaits() throws Exception {
		final Future<Derainer> slow = open();
		loading.await();
		// such as the event thread of Fiji, when the last image is closed
		shared.releaseUnused();
		try (Derainer other = shared.open(TestModels.settings(TestModels.GRAY))) {
			other.derain(ArrayImgs.unsignedBytes(8, 8));
			assertEquals(2, shared.loaded());
		}
		shared.releaseUnused();
		assertEquals(1, shared.loaded());
		assertFalse(slow.isDone());
		goOn.countDown();
		try (Derainer derainer = slow.get()) {
			derainer.derain(ArrayImgs.unsignedBytes(8, 8));
		}
		shared.releaseUnused();
		assertEquals(0, shared.loaded());
	}

	@Test
	void whoWantsTheSameWaitsForTheOneLoading() throws Exception {
		final List<Future<Derainer>> all = new ArrayList<>();
		for (int i = 0; i < 5; i++)
			all.add(open());
		loading.await();
		goOn.countDown();
		final Derainer first = all.get(0).get();
		for (final Future<Derainer> one : all) {
			assertSame(first.manager(), one.get().manager());
			one.get().close();
		}
		assertEquals(1, loads.get());
		shared.releaseUnused();
		assertFalse(first.manager().isOpen());
	}

	@Test
	void aFailureIsToldToAllAndNotKept() throws Exception {
		failure = new DrsformerException("no network");
		final Future<Derainer> first = open();
		loading.await();
		final Waiter waiter = new Waiter();
		awaitWaiting(waiter);
		goOn.countDown();
		assertSame(failure, assertThrows(ExecutionException.class, first::get).getCause());
		waiter.join();
		assertSame(failure, waiter.result);
		assertEquals(0, shared.loaded());
		open().get().close();
		assertEquals(2, loads.get());
	}

	/** A waiting thread is not cancelled together with the loading one: it loads in its place. */
	@Test
	void aCancelledLoadingIsTakenOver() throws Exception {
		failure = new CancellationException("Escape was pressed");
		final Future<Derainer> first = open();
		loading.await();
		final Waiter waiter = new Waiter();
		awaitWaiting(waiter);
		goOn.countDown();
		assertSame(failure, assertThrows(ExecutionException.class, first::get).getCause());
		waiter.join();
		assertTrue(waiter.result instanceof Derainer, String.valueOf(waiter.result));
		assertEquals(2, loads.get());
	}

	@Test
	void whoWaitsMayBeInterrupted() throws Exception {
		final Future<Derainer> first = open();
		loading.await();
		final Waiter waiter = new Waiter();
		awaitWaiting(waiter);
		waiter.interrupt();
		waiter.join();
		assertTrue(waiter.result instanceof CancellationException, String.valueOf(waiter.result));
		assertTrue(waiter.marked, "the thread stays marked as interrupted");
		goOn.countDown();
		first.get().close();
		shared.releaseUnused();
		assertEquals(0, shared.loaded());
	}

	@Test
	void closingEverythingWhileItLoads() throws Exception {
		final Future<Derainer> first = open();
		loading.await();
		shared.releaseUnused();
		goOn.countDown();
		shared.releaseUnused();
		first.get().derain(ArrayImgs.unsignedBytes(8, 8));
		first.get().close();
	}

	/** Opens a derainer on a separate thread. */
	private final class Waiter extends Thread {

		private volatile Object result;
		private volatile boolean marked;

		private Waiter() {
			start();
		}

		@Override
		public void run() {
			try (Derainer derainer = shared.open(TestModels.settings(COLOR))) {
				result = derainer;
			}
			catch (final RuntimeException thrown) {
				result = thrown;
			}
			marked = isInterrupted();
		}
	}
}
