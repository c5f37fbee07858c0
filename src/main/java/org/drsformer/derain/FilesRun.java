package org.drsformer.derain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.image.ImageFiles;

import ij.ImagePlus;

/** One run over files, from its start to its summary. */
final class FilesRun {

	private static final double NANOS = 1e9;

	private final Derainer derainer;
	private final FilesListener listener;
	private final List<FileJob> jobs;
	private final List<Path> done = new ArrayList<>();
	private final List<FileFailure> failed = new ArrayList<>();
	private long pixels;

	FilesRun(final Derainer derainer, final FilesListener listener, final List<FileJob> jobs,
		final List<FileFailure> failures)
	{
		this.derainer = derainer;
		this.listener = listener;
		this.jobs = jobs;
		failures.forEach(this::failed);
	}

	private void failed(final FileFailure failure) {
		failed.add(failure);
		listener.failed(failure);
	}

	FilesSummary run() {
		final long start = System.nanoTime();
		final double bytes = jobs.stream().mapToLong(FileJob::bytes).sum();
		long before = 0;
		for (int i = 0; i < jobs.size(); i++) {
			final FileJob job = jobs.get(i);
			listener.started(job.input(), i + 1, jobs.size());
			final long after = before + job.bytes();
			final Progress part = bytes == 0 ? Progress.NONE : listener.part(before / bytes, after / bytes);
			run(job, part);
			part.update(1);
			before = after;
		}
		return new FilesSummary(done, failed, (System.nanoTime() - start) / NANOS, pixels / 1e6);
	}

	private void run(final FileJob job, final Progress progress) {
		try {
			final ImagePlus rainy = ImageFiles.read(job.input());
			ImageFiles.write(ImagePlusDerainer.derain(rainy, derainer, progress), job.output());
			pixels += (long) rainy.getWidth() * rainy.getHeight() * rainy.getStackSize();
		}
		catch (final DrsformerException failure) {
			failed(FileFailure.of(job.input(), failure.getMessage()));
			return;
		}
		done.add(job.output());
		listener.done(job.input(), job.output());
	}
}
