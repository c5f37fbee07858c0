package org.drsformer.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.drsformer.Progress;
import org.drsformer.metric.Protocol;
import org.junit.jupiter.api.Test;

class OrderedTasksTest {

	@Test
	void resultsComeInOrderAndFewTasksStart() {
		final AtomicInteger begun = new AtomicInteger();
		final List<Integer> results = new ArrayList<>();
		final Random random = new Random(1);
		final List<Callable<Integer>> tasks = IntStream.range(0, 60).<Callable<Integer>>mapToObj(i -> {
			final int millis = random.nextInt(4);
			return () -> {
				begun.incrementAndGet();
				Thread.sleep(millis);
				return i;
			};
		}).toList();
		new OrderedTasks<>(tasks, Progress.NONE).run(3, result -> {
			assertTrue(begun.get() <= results.size() + 6, "no task runs far ahead");
			results.add(result);
		});
		assertEquals(IntStream.range(0, 60).boxed().toList(), results);
	}

	@Test
	void runsOneTaskOnEachThread() {
		final CyclicBarrier all = new CyclicBarrier(4);
		final Callable<Integer> meeting = () -> all.await(20, TimeUnit.SECONDS);
		final AtomicInteger met = new AtomicInteger();
		new OrderedTasks<>(List.of(meeting, meeting, meeting, meeting), Progress.NONE).run(4,
			place -> met.incrementAndGet());
		assertEquals(4, met.get());
	}

	@Test
	void usesAllProcessorsByDefault() {
		final EvaluationSettings settings = EvaluationSettings.of(List.of(Path.of("a")), Path.of("b"),
			Protocol.didDdn());
		assertEquals(Runtime.getRuntime().availableProcessors(), settings.threadCount());
		assertEquals(3, new EvaluationSettings(settings.results(), settings.targets(), NamePattern.ANY, NamePattern.ANY,
			settings.protocols(), 3).threadCount());
	}

	@Test
	void progressRisesToOne() {
		final List<Double> fractions = new ArrayList<>();
		new OrderedTasks<>(List.of(() -> 1, () -> 2), fractions::add).run(1, result -> {});
		assertEquals(fractions.stream().sorted().toList(), fractions);
		assertEquals(1, fractions.get(fractions.size() - 1));
	}

	@Test
	void cancelInterruptsRunningTasks() throws InterruptedException {
		final CountDownLatch interrupted = new CountDownLatch(1);
		final Callable<Integer> endless = () -> {
			try {
				Thread.sleep(60_000);
			}
			catch (final InterruptedException exc) {
				interrupted.countDown();
			}
			return 0;
		};
		final AtomicInteger updates = new AtomicInteger();
		final Progress progress = fraction -> {
			if (updates.incrementAndGet() == 3)
				throw new CancellationException();
		};
		assertThrows(CancellationException.class,
			() -> new OrderedTasks<>(List.of(endless, endless), progress).run(2, result -> {}));
		assertTrue(interrupted.await(5, TimeUnit.SECONDS));
	}

	@Test
	void taskFailureIsThrownUnchanged() {
		final Callable<Integer> faulty = () -> {
			throw new IllegalArgumentException("fault");
		};
		assertThrows(IllegalArgumentException.class,
			() -> new OrderedTasks<>(List.of(faulty), Progress.NONE).run(2, result -> {}));
	}

	@Test
	void nothingToDo() {
		new OrderedTasks<Integer>(List.of(), Progress.NONE).run(2, result -> {});
	}
}
