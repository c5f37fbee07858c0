package org.drsformer.batch.plan;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.drsformer.DrsformerException;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.settings.Shard;
import org.drsformer.io.PartName;
import org.drsformer.io.PendingFiles;

/** Removes incomplete results of runs that were killed. */
public final class Leftovers {

	private Leftovers() {
		// static functions only
	}

	/**
	 * Removes incomplete results from the output folder and from all folders of results.
	 *
	 * @param folder the output folder
	 * @param jobs the jobs of this run; another run may be writing other results right now
	 * @param shard the part of the files that the jobs are; with the whole, there is no other run
	 */
	public static void remove(final Path folder, final List<FileJob> jobs, final Shard shard) {
		final Set<Path> folders = new HashSet<>(Set.of(folder));
		final Set<Path> results = new HashSet<>();
		for (final FileJob job : jobs) {
			folders.add(job.output().getParent());
			results.add(job.output().resolveSibling(PartName.shortened(job.output().getFileName().toString())));
		}
		final boolean all = shard.equals(Shard.WHOLE);
		folders.stream().filter(Files::isDirectory).forEach(place -> remove(place, all, results));
	}

	private static void delete(final Path part) throws IOException {
		if (Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS))
			PendingFiles.delete(part);
		else
			Files.delete(part);
	}

	private static void remove(final Path folder, final boolean all, final Set<Path> results) {
		try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*.part")) {
			for (final Path part : parts)
				if (PartName.target(part).filter(name -> all || results.contains(folder.resolve(name))).isPresent())
					delete(part);
		}
		catch (final IOException failure) {
			throw new DrsformerException("The incomplete results of an earlier run in " + folder + " cannot be" +
				" removed; check that you may write there.", failure);
		}
	}
}
