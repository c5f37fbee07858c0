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

/** Decides whether a file is derained, by what is known about its result. */
public final class FileDecider {

	private final Overwrite overwrite;
	private final Map<String, ManifestEntry> known;
	private final String settings;

	/**
	 * @param known the last manifest entry of each result, by the name of the result
	 * @param settings the SHA-256 of the settings of this run
	 */
	public FileDecider(final Overwrite overwrite, final Map<String, ManifestEntry> known, final String settings) {
		this.overwrite = overwrite;
		this.known = known;
		this.settings = settings;
	}

	/** Returns the job with the decision and its reason. */
	public PlannedFile decide(final FileJob job) {
		final FileDecision decision = decision(job);
		return new PlannedFile(job, decision,
			decision == FileDecision.OTHER_SOFTWARE ? other(known.get(job.name())) : decision.why());
	}

	/** Returns the reason. Two versions with the same name may have different manifest formats. */
	private static String other(final ManifestEntry entry) {
		return FileDecision.OTHER_SOFTWARE.why() + ", " + entry.version() +
			(entry.format() == ManifestEntry.FORMAT ? "" : " with another format of manifest") + "; this is " +
			Software.version();
	}

	private FileDecision decision(final FileJob job) {
		// the result of a file that was started but not recorded may be the old one or another
		final ManifestEntry entry = Optional.ofNullable(known.get(job.name()))
			.filter(last -> !last.isStarted())
			.orElse(null);
		if (!Files.exists(job.output()))
			return entry == null ? FileDecision.NEW : entry.isDone() ? FileDecision.NOT_WHOLE : FileDecision.FAILED;
		return switch (overwrite) {
			case ALWAYS -> FileDecision.ALWAYS;
			// a power cut may have left an empty file of another program or of an earlier version of this one
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
		return new DrsformerException("The result " + job.output() + " cannot be accessed; check that you may read it.",
			failure);
	}
}
