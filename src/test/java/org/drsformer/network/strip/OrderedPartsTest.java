package org.drsformer.network.strip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.drsformer.engine.Helpers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts that are computed side by side are handed over one after the other, and a failure leaves nothing at work. */
class OrderedPartsTest {

	private static final int COUNT = 40;
	private static final int LEAD = 6;

	private static void pause(final int part) {
		try {
			Thread.sleep(new Random(part).nextInt(4));
		}
		catch (final InterruptedException stop) {
			Thread.currentThread().interrupt();
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3, 60 })
	void resultsComeInTheOrderOfTheParts(final int helpers) {
		final List<Integer> taken = new ArrayList<>();
		new OrderedParts<>(COUNT, LEAD, part -> {
			pause(part);
			return part;
		}, (result, part) -> {
			assertEquals(part, result);
			taken.add(part);
		}).run(helpers, dropped -> taken.add(-1));
		assertEquals(IntStream.range(0, COUNT).boxed().toList(), taken);
	}

	/** As Java fails when the system gives no more threads. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2 })
	void thoseThatHaveStartedDoTheWork(final int startable) {
		final List<Integer> taken = new ArrayList<>();
		final AtomicInteger started = new AtomicInteger();
		final AtomicInteger working = new AtomicInteger();
		new OrderedParts<>(COUNT, LEAD, part -> {
			working.incrementAndGet();
			pause(part);
			working.decrementAndGet();
			return part;
		}, (result, part) -> taken.add(result)).run(3, dropped -> taken.add(-1), task -> {
			if (started.getAndIncrement() == startable)
				throw new OutOfMemoryError("unable to create native thread");
			Helpers.start(task);
		});
		assertEquals(startable + 1, started.get());
		assertEquals(0, working.get());
		assertEquals(IntStream.range(0, COUNT).boxed().toList(), taken);
	}

	@Test
	void noPartIsFarAheadOfOthers() {
		final AtomicInteger done = new AtomicInteger();
		final List<Integer> ahead = Collections.synchronizedList(new ArrayList<>());
		new OrderedParts<>(COUNT, LEAD, part -> {
			ahead.add(part - done.get());
			pause(part % 5 == 0 ? 7 : 0);
			return part;
		}, (result, part) -> done.incrementAndGet()).run(5, dropped -> {});
		assertTrue(Collections.max(ahead) < LEAD, ahead.toString());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3 })
	void afterAFailureNothingIsBegunAndAllIsDropped(final int helpers) {
		final AtomicInteger computed = new AtomicInteger();
		final AtomicInteger working = new AtomicInteger();
		final AtomicInteger left = new AtomicInteger();
		final IllegalStateException failure = new IllegalStateException("part 7");
		final OrderedParts<Integer> parts = new OrderedParts<>(COUNT, LEAD, part -> {
			working.incrementAndGet();
			pause(part);
			working.decrementAndGet();
			if (part == 7)
				throw failure;
			computed.incrementAndGet();
			left.incrementAndGet();
			return part;
		}, (result, part) -> left.decrementAndGet());
		assertSame(failure,
			assertThrows(IllegalStateException.class, () -> parts.run(helpers, dropped -> left.decrementAndGet())));
		assertEquals(0, working.get());
		assertEquals(0, left.get());
		assertTrue(computed.get() <= 7 + LEAD, computed::toString);
	}

	@Test
	void anInterruptWaitsForTheOthersAndStaysSet() {
		final AtomicInteger taken = new AtomicInteger();
		Thread.currentThread().interrupt();
		try {
			new OrderedParts<>(COUNT, LEAD, part -> part, (result, part) -> taken.incrementAndGet()).run(2, drop -> {});
		}
		finally {
			assertTrue(Thread.interrupted());
		}
		assertEquals(COUNT, taken.get());
		assertFalse(Thread.currentThread().isInterrupted());
	}
}
