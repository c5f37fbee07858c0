package org.drsformer.batch.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.Progress;
import org.drsformer.batch.job.FileJob;

/** The parts of a progress that belong to the files: each has as much of it as it has bytes. */
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

	Progress of(final FileJob job) {
		final double start = before.get(job) / bytes;
		final Progress part = ((Progress) this::update).part(start, start + job.bytes() / bytes);
		return part;
	}

	private void update(final double fraction) {
		latest = Math.max(latest, Math.min(1, fraction));
		whole.update(latest);
	}

	/** There is no news, but the work may be cancelled. */
	void still() {
		whole.update(latest);
	}
}
