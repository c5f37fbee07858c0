package org.drsformer.derain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.drsformer.DrsformerException;

/** Decides what is to be done with a file, from what is known of its result. */
final class FileDecider {

	private final Overwrite overwrite;
	private final Map<String, ManifestEntry> known;
	private final String settings;

	/**
	 * @param known what the manifest says of each result, by its name
	 * @param settings SHA-256 of those of this run
	 */
	FileDecider(final Overwrite overwrite, final Map<String, ManifestEntry> known, final String settings) {
		this.overwrite = overwrite;
		this.known = known;
		this.settings = settings;
	}

	PlannedFile decide(final FileJob job) {
		return new PlannedFile(job, decision(job));
	}

	private FileDecision decision(final FileJob job) {
		final ManifestEntry entry = known.get(job.name());
		if (!Files.exists(job.output()))
			return entry == null ? FileDecision.NEW : entry.isDone() ? FileDecision.NOT_WHOLE : FileDecision.FAILED;
		return switch (overwrite) {
			case ALWAYS -> FileDecision.ALWAYS;
			// a power cut may have left an empty file of another program, or of an earlier version of this one
			case NEVER -> size(job.output()) == 0 ? FileDecision.NOT_WHOLE : FileDecision.EXISTS;
			case IF_CHANGED -> ifChanged(job, entry);
		};
	}

	private FileDecision ifChanged(final FileJob job, final ManifestEntry entry) {
		if (entry == null)
			return FileDecision.UNKNOWN;
		if (!entry.isOf(job))
			return FileDecision.INPUT_CHANGED;
		if (!entry.settings().equals(settings))
			return FileDecision.SETTINGS_CHANGED;
		if (!entry.isDone())
			return FileDecision.FAILED;
		return size(job.output()) == entry.outputBytes() ? FileDecision.DONE : FileDecision.NOT_WHOLE;
	}

	private static long size(final Path file) {
		try {
			return Files.size(file);
		}
		catch (final IOException failure) {
			throw new DrsformerException("The result " + file + " cannot be looked at; check that you may.", failure);
		}
	}
}
