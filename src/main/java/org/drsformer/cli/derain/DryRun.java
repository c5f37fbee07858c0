package org.drsformer.cli.derain;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

import org.drsformer.OneLine;
import org.drsformer.batch.DerainFiles;
import org.drsformer.batch.plan.PlannedFile;
import org.drsformer.cli.console.ExitCode;
import org.drsformer.derain.DerainSettings;

/** Lists what a run over files would do, and why. */
final class DryRun {

	private final DerainFiles files;
	private final DerainSettings settings;

	DryRun(final DerainFiles files, final DerainSettings settings) {
		this.files = files;
		this.settings = settings;
	}

	/** Prints the list and returns the exit code, which says whether an input fails already. */
	int print(final PrintWriter out, final PrintWriter err) {
		final List<PlannedFile> planned = files.decide(settings);
		planned.forEach(file -> out.println(line(file)));
		out.flush();
		files.notes().forEach(note -> err.println(OneLine.of(note)));
		files.failures().forEach(failure -> err.println("failed: " + failure.sentence()));
		final long toDo = planned.stream().filter(file -> file.decision().isToDo()).count();
		err.printf(Locale.ROOT, "%d to derain, %d to skip, %d failed; nothing was done%n", toDo, planned.size() - toDo,
			files.failures().size());
		return files.failures().isEmpty() ? 0 : ExitCode.FAILED;
	}

	private static String line(final PlannedFile file) {
		return (file.decision().isToDo() ? "derain  " : "skip    ") +
			OneLine.of(file.job().input() + " -> " + file.job().output()) + "  (" + file.why() + ")";
	}
}
