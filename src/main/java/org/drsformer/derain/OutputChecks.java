package org.drsformer.derain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.drsformer.DrsformerException;

/** Checks that no result is in the way of another or of an input, before any is written. */
final class OutputChecks {

	private final List<FileJob> jobs;

	/** Folders by their real places, which take time to find. */
	private final Map<Path, Path> folders = new HashMap<>();

	OutputChecks(final List<FileJob> jobs) {
		this.jobs = jobs;
	}

	/**
	 * @param known names of results that were made by this software
	 * @throws DrsformerException if an input would be overwritten, or two inputs have a result of the same name
	 */
	void check(final Set<String> known) {
		checkCollisions();
		checkOverwriting(known);
	}

	private void checkCollisions() {
		final Map<String, Path> inputs = new HashMap<>();
		for (final FileJob job : jobs) {
			final Path other = inputs.put(sameName(job.output()), job.input());
			if (other != null)
				throw new DrsformerException("Both " + other + " and " + job.input() + " would be written to " + job.output() +
					"; derain them into different folders, or rename one.");
		}
		for (final FileJob job : jobs)
			for (Path folder = job.output().getParent(); folder != null; folder = folder.getParent())
				if (inputs.containsKey(sameName(folder)))
					throw new DrsformerException("The result for " + inputs.get(sameName(folder)) + " would be " + folder +
						", which has to be a folder for " + job.output() + "; rename one.");
	}

	/** Names that differ only by their case, or by how accents are written, are one file on many systems. */
	private static String sameName(final Path file) {
		return Normalizer.normalize(file.toString().toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
	}

	/** Results of an earlier run may be replaced, but no input, and nothing else that lies next to one. */
	private void checkOverwriting(final Set<String> known) {
		final Set<Path> inputs = new HashSet<>();
		jobs.forEach(job -> inputs.add(real(job.input())));
		for (final FileJob job : jobs) {
			if (!Files.exists(job.output()))
				continue;
			final Path output = real(job.output());
			final boolean neighbour = !known.contains(job.name()) && output.getParent().equals(real(job.input()).getParent());
			if (inputs.contains(output) || neighbour)
				throw new DrsformerException("The file " + job.output() + ", which lies among the inputs, would be overwritten;" +
					" choose another output folder.");
		}
	}

	private Path real(final Path file) {
		if (Files.isSymbolicLink(file))
			return find(file);
		final Path folder = file.toAbsolutePath().getParent();
		return folders.computeIfAbsent(folder, OutputChecks::find).resolve(file.getFileName());
	}

	private static Path find(final Path file) {
		try {
			return file.toRealPath();
		}
		catch (final IOException failure) {
			throw new DrsformerException("The file " + file + " cannot be found; check that you may read its folder.",
				failure);
		}
	}
}
