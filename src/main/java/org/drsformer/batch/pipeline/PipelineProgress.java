package org.drsformer.batch.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.Progress;
import org.drsformer.batch.job.FileJob;

/** Divides a progress among files: the part of each file is proportional to its bytes. */
final class PipelineProgress {

	private final Progress whole;
	private final Map<FileJob, Long> before = new HashMap<>();
	private final double bytes;
	private double latest;

	PipelineProgress(final List<FileJob> jobs, final Progress whole) {
		this.whole = whole;
		long sum = 0;
		for (final FileJob job : jobs) {
			before.put(job, sum);
			sum += job.bytes();
		}
		bytes = Math.max(1, sum);
	}

	/** Returns the progress in 0..1 of a file. */
	Progress of(final FileJob job) {
		final double start = before.get(job) / bytes;
		return ((Progress) this::update).part(start, start + job.bytes() / bytes);
	}

	private void update(final double fraction) {
		latest = Math.max(latest, Math.min(1, fraction));
		whole.update(latest);
	}

	/** Reports the latest progress again, which lets the listener cancel the work. */
	void repeat() {
		whole.update(latest);
	}
}
