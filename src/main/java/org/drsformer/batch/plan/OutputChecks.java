package org.drsformer.batch.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.drsformer.DrsformerException;
import org.drsformer.batch.job.FileJob;
import org.drsformer.io.FileRoles;

/** Checks before any result is written that no result conflicts with another or with an input. */
public final class OutputChecks {

	private final FileRoles inputs = new FileRoles();
	private final List<FileJob> found;

	/** The jobs without conflicts. */
	private final List<FileJob> jobs = new ArrayList<>();

	/** The jobs with conflicts, each with a sentence. */
	private final Map<FileJob, String> refused = new LinkedHashMap<>();

	/**
	 * @param known the names of results that were made by this software
	 * @throws DrsformerException if an input would be overwritten
	 */
	public OutputChecks(final List<FileJob> found, final Set<String> known) {
		this.found = found;
		found.forEach(job -> inputs.reads("an input", job.input()));
		found.forEach(job -> checkOverwriting(job, known));
		findCollisions();
	}

	/** Returns the jobs without conflicts, each file once. */
	public List<FileJob> jobs() {
		return jobs;
	}

	/** Returns the jobs that cannot be done because their results conflict, each with a sentence that says why. */
	public Map<FileJob, String> refused() {
		return refused;
	}

	/**
	 * Refuses to replace an input or another file in the folder of an input. Results of an earlier run may be replaced.
	 */
	private void checkOverwriting(final FileJob job, final Set<String> known) {
		if (!Files.exists(job.output()))
			return;
		final boolean neighbour = !known.contains(job.name())
			&& inputs.place(job.output()).getParent().equals(inputs.place(job.input()).getParent());
		if (neighbour || inputs.has(job.output()))
			throw new DrsformerException("The file " + job.output() +
				", which is among the inputs, would be overwritten; choose another output folder.");
	}

	private void findCollisions() {
		final Map<String, Map<Path, FileJob>> results = new LinkedHashMap<>();
		for (final FileJob job : found)
			results.computeIfAbsent(sameName(job.output()), name -> new LinkedHashMap<>())
				.putIfAbsent(inputs.place(job.input()), job);
		for (final FileJob job : found)
			for (Path folder = job.output().getParent(); folder != null; folder = folder.getParent())
				for (final FileJob other : results.getOrDefault(sameName(folder), Map.of()).values())
					refused.putIfAbsent(other, "The result for " + other.input() + " would be " + other.output() +
						", which must be a folder for " + job.output() + "; rename one.");
		for (final Map<Path, FileJob> same : results.values())
			if (same.size() > 1)
				refuse(List.copyOf(same.values()));
		results.values()
			.forEach(same -> same.values().stream().filter(job -> !refused.containsKey(job)).forEach(jobs::add));
	}

	private void refuse(final List<FileJob> same) {
		for (final FileJob job : same) {
			final FileJob other = job == same.get(0) ? same.get(1) : same.get(0);
			final boolean byEnding = !job.input().getFileName().equals(other.input().getFileName());
			refused.putIfAbsent(job, "Both " + other.input() + " and " + job.input() + " would be written to " +
				job.output() + "; rename one, or " +
				(byEnding ? "keep the endings in the names of the results." : "derain them into different folders."));
		}
	}

	/** Folds case and the encoding of accents: on many systems, names that differ only in these mean the same file. */
	private static String sameName(final Path file) {
		return Normalizer.normalize(file.toString().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
	}
}
