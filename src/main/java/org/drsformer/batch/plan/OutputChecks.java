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

/** Checks that no result is in the way of another or of an input, before any is written. */
public final class OutputChecks {

	private final FileRoles inputs = new FileRoles();
	private final List<FileJob> found;

	/** Those that are in nobody's way. */
	private final List<FileJob> jobs = new ArrayList<>();

	/** The others, each with a sentence. */
	private final Map<FileJob, String> refused = new LinkedHashMap<>();

	/**
	 * @param known names of results that were made by this software
	 * @throws DrsformerException if an input would be overwritten
	 */
	public OutputChecks(final List<FileJob> found, final Set<String> known) {
		this.found = found;
		found.forEach(job -> inputs.reads("an input", job.input()));
		found.forEach(job -> checkOverwriting(job, known));
		findCollisions();
	}

	/** What can be derained, each file once. */
	public List<FileJob> jobs() {
		return jobs;
	}

	/** What cannot be, since the results would be in each other's way, and why. */
	public Map<FileJob, String> refused() {
		return refused;
	}

	/** Results of an earlier run may be replaced, but no input, and nothing else that lies next to one. */
	private void checkOverwriting(final FileJob job, final Set<String> known) {
		if (!Files.exists(job.output()))
			return;
		final boolean neighbour = !known.contains(job.name())
			&& inputs.place(job.output()).getParent().equals(inputs.place(job.input()).getParent());
		if (neighbour || inputs.has(job.output()))
			throw new DrsformerException("The file " + job.output() +
				", which lies among the inputs, would be overwritten;" + " choose another output folder.");
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
						", which has to be a folder for " + job.output() + "; rename one.");
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
			refused.putIfAbsent(job,
				"Both " + other.input() + " and " + job.input() + " would be written to " + job.output() +
					"; rename one, or " + (byEnding ? "keep the endings in the names of results (--keep-ending)."
						: "derain them into different folders."));
		}
	}

	/** Names that differ only by their case, or by how accents are written, are one file on many systems. */
	private static String sameName(final Path file) {
		return Normalizer.normalize(file.toString().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
	}
}
