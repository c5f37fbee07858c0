package org.drsformer.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The resident memory of this process in bytes, as Linux counts it; NaN elsewhere. */
final class ResidentMemory {

	private static final Path STATUS = Path.of("/proc/self/status");
	private static final Path PEAK_RESET = Path.of("/proc/self/clear_refs");

	private ResidentMemory() {
		// static functions only
	}

	static boolean known() {
		return Files.isWritable(PEAK_RESET);
	}

	static double current() {
		return read("VmRSS:");
	}

	/** Returns the most memory since {@link #resetPeak}. */
	static double peak() {
		return read("VmHWM:");
	}

	/** Sets the peak to the memory that is resident now: {@code man 5 proc}. */
	static void resetPeak() {
		if (!known())
			return;
		try {
			Files.writeString(PEAK_RESET, "5");
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	private static double read(final String field) {
		if (!known())
			return Double.NaN;
		try {
			for (final String line : Files.readAllLines(STATUS))
				if (line.startsWith(field))
					return 1024 * Double.parseDouble(line.replaceAll("\\D", ""));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		throw new IllegalStateException("No " + field + " in " + STATUS);
	}
}
