package org.drsformer.train.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.train.learner.TrainingFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

	/** Six steps at 3e-4, then four down to 1e-6: a short version of the paper's schedule, as BasicSR computes it. */
	@Test
	void restartsAsTheOriginal() {
		final TrainingFixture fixture = new TrainingFixture("training_d8_plain");
		final Schedule schedule = new Schedule(0,
			List.of(new Schedule.Cycle(6, 3e-4, 3e-4), new Schedule.Cycle(4, 3e-4, 1e-6)));
		for (int step = 0; step < fixture.steps(); step++)
			assertEquals(fixture.learningRate(step), schedule.at(step), 1e-18, "step " + step);
	}

	@Test
	void thePaper() {
		assertEquals(300_000, Schedule.PAPER.steps());
		assertEquals(3e-4, Schedule.PAPER.at(0));
		assertEquals(3e-4, Schedule.PAPER.at(92_000));
		assertEquals((3e-4 + 1e-6) / 2, Schedule.PAPER.at(92_000 + 104_000), 1e-12);
		assertEquals(1e-6, Schedule.PAPER.at(300_000));
	}

	@Test
	void risesAndFalls() {
		final Schedule schedule = Schedule.shortOne(1000, 100, 1e-3);
		assertEquals(1e-5, schedule.at(0), 1e-12);
		assertEquals(1e-3, schedule.at(99), 1e-12);
		assertEquals(1e-3, schedule.at(100), 1e-12);
		assertEquals((1e-3 + 1e-5) / 2, schedule.at(550), 1e-12);
		assertEquals(1e-5, schedule.at(1000), 1e-12);
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 10, 299_999, 300_000, 1_000_000 })
	void stretchesToAnyNumberOfSteps(final long steps) {
		assertEquals(steps, Schedule.PAPER.withSteps(steps).steps());
		assertEquals(steps, Recipe.COMPACT.schedule().withSteps(steps).steps());
		assertEquals(3e-4, Schedule.PAPER.withSteps(steps).at(0));
	}

	@Test
	void anotherRate() {
		assertEquals(6e-4, Schedule.PAPER.withRate(6e-4).at(1000), 1e-18);
		assertEquals(2e-6, Schedule.PAPER.withRate(6e-4).at(300_000), 1e-18);
	}

	@Test
	void refusesInvalidSchedules() {
		assertThrows(DrsformerException.class, () -> Schedule.PAPER.withSteps(0));
		assertThrows(DrsformerException.class, () -> Schedule.PAPER.withRate(0));
		assertThrows(DrsformerException.class, () -> Schedule.PAPER.withRate(Double.NaN));
		assertThrows(DrsformerException.class, () -> new Schedule(0, List.of()));
	}
}
