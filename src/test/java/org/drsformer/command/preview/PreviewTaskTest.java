package org.drsformer.command.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

@Timeout(60)
class PreviewTaskTest implements PreviewTask.Listener {

	private final List<String> news = new CopyOnWriteArrayList<>();
	private final CountDownLatch end = new CountDownLatch(1);

	@Override
	public void progressed(final double fraction) {
		news.add(EventQueue.isDispatchThread() + " " + fraction);
	}

	@Override
	public void finished(final ImageProcessor picture) {
		news.add(EventQueue.isDispatchThread() + " " + picture.getWidth());
		end.countDown();
	}

	@Override
	public void failed(final String sentence) {
		news.add(sentence);
		end.countDown();
	}

	private List<String> after(final Function<Progress, ImageProcessor> work) throws InterruptedException {
		new PreviewTask(work, this).start();
		end.await();
		return news;
	}

	@Test
	void reportsOnTheThreadOfEvents() throws Exception {
		assertEquals(List.of("true 0.5", "true 7"), after(progress -> {
			progress.update(0.5);
			return new ColorProcessor(7, 5);
		}));
	}

	@Test
	void reportsFailuresInOneSentence() throws Exception {
		assertEquals(List.of("There is no model x."), after(progress -> {
			throw new DrsformerException("There is no model x.");
		}));
	}

	@Test
	void reportsFaults() throws Exception {
		assertTrue(after(progress -> {
			throw new IllegalStateException("odd");
		}).get(0).startsWith("The preview failed: "));
	}

	@Test
	void endsAndIsSilentAfterItIsCancelled() throws Exception {
		final CountDownLatch started = new CountDownLatch(1);
		final CountDownLatch cancelled = new CountDownLatch(1);
		final CountDownLatch ended = new CountDownLatch(1);
		final PreviewTask task = new PreviewTask(progress -> {
			started.countDown();
			await(cancelled);
			try {
				progress.update(0.9);
			}
			catch (final CancellationException expected) {
				ended.countDown();
				throw expected;
			}
			return new ColorProcessor(1, 1);
		}, this);
		task.start();
		started.await();
		task.cancel();
		cancelled.countDown();
		ended.await();
		assertEquals(1, end.getCount());
		EventQueue.invokeAndWait(() -> {});
		assertEquals(List.of(), news);
	}

	private static void await(final CountDownLatch latch) {
		try {
			assertTrue(latch.await(30, TimeUnit.SECONDS));
		}
		catch (final InterruptedException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
