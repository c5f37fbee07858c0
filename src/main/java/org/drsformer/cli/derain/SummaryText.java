package org.drsformer.cli.derain;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

import org.drsformer.OneLine;
import org.drsformer.batch.BatchSummary;
import org.drsformer.check.PeakMemory;

/** Prints the outcome at the end of a run over files, with all failures again, so that they are seen. */
public final class SummaryText {

	private final BatchSummary summary;
	private final Path output;

	public SummaryText(final BatchSummary summary, final Path output) {
		this.summary = summary;
		this.output = output;
	}

	public void print(final PrintWriter err) {
		err.printf(Locale.ROOT, "%d image%s derained into %s: %.1f megapixels in %.1f s%s%n", summary.done().size(),
			summary.done().size() == 1 ? "" : "s", OneLine.of(output.toString()), summary.megapixels(),
			summary.seconds(), speed());
		if (summary.skipped() > 0)
			err.printf(Locale.ROOT, "%d skipped, because they need no work%n", summary.skipped());
		PeakMemory.bytes().ifPresent(bytes -> err.printf(Locale.ROOT, "at most %d MiB of memory%n", bytes >> 20));
		if (!summary.failed().isEmpty())
			err.printf(Locale.ROOT, "%d failed:%n", summary.failed().size());
		summary.failed().forEach(failure -> err.println("  " + failure.sentence()));
		if (summary.stopped() != null)
			err.printf(Locale.ROOT, "%s %d not processed.%n", summary.stopped(), summary.left());
	}

	private String speed() {
		return summary.done().isEmpty() ? ""
			: String.format(Locale.ROOT, " (%.3f megapixels/s, the network %.1f s)",
				summary.megapixels() / summary.seconds(), summary.networkSeconds());
	}
}
