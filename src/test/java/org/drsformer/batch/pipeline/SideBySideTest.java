package org.drsformer.batch.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class SideBySideTest {

	private final List<Runnable> threads = new ArrayList<>();
	private final List<Integer> done = new ArrayList<>();

	private void run(final SideBySide work, final int tasks) {
		IntStream.range(0, tasks).forEach(i -> work.execute(() -> done.add(i)));
	}

	@Test
	void noMoreThreadsThanAllowedAndTasksInOrder() throws InterruptedException {
		final SideBySide work = new SideBySide(2, threads::add);
		run(work, 5);
		assertEquals(2, threads.size());
		assertFalse(work.isIdle(1));
		threads.get(1).run();
		assertEquals(List.of(0, 1, 2, 3, 4), done);
		assertFalse(work.isIdle(1));
		threads.get(0).run();
		assertTrue(work.isIdle(1));
		run(work, 1);
		assertEquals(3, threads.size());
	}

	@Test
	void forgottenTasksNeverBegin() throws InterruptedException {
		final SideBySide work = new SideBySide(1, threads::add);
		run(work, 3);
		work.clear();
		threads.get(0).run();
		assertEquals(List.of(), done);
		assertTrue(work.isIdle(1));
	}

	@Test
	void withoutThreadsTheCallerWorks() throws InterruptedException {
		final SideBySide work = new SideBySide(2, task -> {
			throw new OutOfMemoryError("unable to create native thread");
		});
		run(work, 3);
		assertEquals(List.of(0, 1, 2), done);
		assertTrue(work.isIdle(1));
	}
}
