package org.drsformer.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

import org.drsformer.TimeLeft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleProgressTest {

	private final StringWriter text = new StringWriter();
	private long now;

	private ConsoleProgress console(final boolean terminal) {
		return new ConsoleProgress(new PrintWriter(text), terminal, () -> now);
	}

	private static long seconds(final double seconds) {
		return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
	}

	@Test
	void aTerminalShowsShareSubjectAndTimeLeft() {
		final ConsoleProgress console = console(true);
		console.subject("1/2 cat.png");
		now = seconds(10);
		console.update(0.25);
		assertTrue(text.toString().contains("25 %  1/2 cat.png, 0:30 left"), text.toString());
	}

	@Test
	void aTerminalIsNotWrittenToMoreOftenThanItIsRead() {
		final ConsoleProgress console = console(true);
		for (int i = 1; i <= 100; i++) {
			now = seconds(0.01 * i);
			console.update(0.01 * i);
		}
		assertEquals(2, text.toString().chars().filter(c -> c == '\r').count());
	}

	@Test
	void aFileGetsOnlyLinesThatStay() {
		final ConsoleProgress console = console(false);
		now = seconds(10);
		console.update(0.5);
		console.print("done");
		assertEquals("done" + System.lineSeparator(), text.toString());
	}

	@Test
	void cancelsAtTheNextReport() {
		final ConsoleProgress console = console(false);
		console.update(0.1);
		console.cancel();
		assertThrows(CancellationException.class, () -> console.update(0.2));
	}

	@ParameterizedTest
	@CsvSource({ "0,0:00", "0.6,0:01", "59.7,1:00", "750,12:30", "3723,1:02:03" })
	void writesTimes(final double time, final String expected) {
		assertEquals(expected, TimeLeft.text(seconds(time)));
	}
}
