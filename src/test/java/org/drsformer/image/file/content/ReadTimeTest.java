package org.drsformer.image.file.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;

class ReadTimeTest {

	private static final Path FILE = Path.of("cat.tif");

	/** Runs until it is interrupted. */
	private static final Supplier<String> ENDLESS = () -> {
		try {
			new CountDownLatch(1).await();
			return "";
		}
		catch (final InterruptedException left) {
			throw new IllegalStateException(left);
		}
	};

	@Test
	void returnsWhatIsReadInTime() {
		assertEquals("image", ReadTime.USUAL.read(FILE, () -> "image"));
		assertNotSame(Thread.currentThread(), ReadTime.USUAL.read(FILE, Thread::currentThread));
		assertSame(Thread.currentThread(), new ReadTime(0).read(FILE, Thread::currentThread));
	}

	@Test
	void throwsFailures() {
		final DrsformerException damaged = new DrsformerException("damaged");
		assertSame(damaged, assertThrows(DrsformerException.class, () -> ReadTime.USUAL.read(FILE, () -> {
			throw damaged;
		})));
		assertThrows(OutOfMemoryError.class, () -> ReadTime.USUAL.read(FILE, () -> {
			throw new OutOfMemoryError();
		}));
	}

	@Test
	void abandonsSlowReads() {
		final String sentence = assertThrows(DrsformerException.class, () -> new ReadTime(1).read(FILE, ENDLESS))
			.getMessage();
		assertTrue(sentence.startsWith("The image cat.tif could not be read within 1 second;"), sentence);
	}

	@Test
	void interruptedThreadStopsWaiting() {
		Thread.currentThread().interrupt();
		assertThrows(CancellationException.class, () -> ReadTime.USUAL.read(FILE, ENDLESS));
		assertTrue(Thread.interrupted());
	}

	@Test
	void refusesNegativeTime() {
		assertTrue(assertThrows(DrsformerException.class, () -> new ReadTime(-1)).getMessage().contains("-1 seconds"));
	}
}
