package org.drsformer.batch.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

import org.drsformer.DrsformerException;
import org.drsformer.Software;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.manifest.ManifestEntry;
import org.drsformer.batch.settings.Overwrite;

/** Decides what is to be done with a file, from what is known of its result. */
public final class FileDecider {

	private final Overwrite overwrite;
	private final Map<String, ManifestEntry> known;
	private final String settings;

	/**
	 * @param known what the manifest says of each result, by its name
	 * @param settings SHA-256 of those of this run
	 */
	public FileDecider(final Overwrite overwrite, final Map<String, ManifestEntry> known, final String settings) {
		this.overwrite = overwrite;
		this.known = known;
		this.settings = settings;
	}

	public PlannedFile decide(final FileJob job) {
		final FileDecision decision = decision(job);
		return new PlannedFile(job, decision,
			decision == FileDecision.OTHER_SOFTWARE ? other(known.get(job.name())) : decision.why());
	}

	/** Two versions that are called the same may have manifests that are not. */
	private static String other(final ManifestEntry entry) {
		return FileDecision.OTHER_SOFTWARE.why() + ", " + entry.version() +
			(entry.format() == ManifestEntry.FORMAT ? "" : " with another format of manifest") + "; this is " +
			Software.version();
	}

	private FileDecision decision(final FileJob job) {
		// of a file that was begun and not recorded the result may be that of before or another
		final ManifestEntry entry = Optional.ofNullable(known.get(job.name()))
			.filter(last -> !last.isStarted())
			.orElse(null);
		if (!Files.exists(job.output()))
			return entry == null ? FileDecision.NEW : entry.isDone() ? FileDecision.NOT_WHOLE : FileDecision.FAILED;
		return switch (overwrite) {
			case ALWAYS -> FileDecision.ALWAYS;
			// a power cut may have left an empty file of another program, or of an earlier version of this one
			case NEVER -> isEmpty(job) ? FileDecision.NOT_WHOLE : FileDecision.EXISTS;
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
		if (!entry.isOfThisSoftware())
			return FileDecision.OTHER_SOFTWARE;
		return isResult(job, entry) ? FileDecision.DONE : FileDecision.NOT_WHOLE;
	}

	private static boolean isEmpty(final FileJob job) {
		try {
			return Files.size(job.output()) == 0;
		}
		catch (final IOException failure) {
			throw unseen(job, failure);
		}
	}

	private static boolean isResult(final FileJob job, final ManifestEntry entry) {
		try {
			return entry.stamp().isOf(job.output());
		}
		catch (final IOException failure) {
			throw unseen(job, failure);
		}
	}

	private static DrsformerException unseen(final FileJob job, final IOException failure) {
		return new DrsformerException("The result " + job.output() + " cannot be looked at; check that you may.",
			failure);
	}
}
