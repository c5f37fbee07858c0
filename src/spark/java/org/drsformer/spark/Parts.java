package org.drsformer.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Distributes files over tasks. The largest files come first, so that the small ones fill the gaps at the end and all
 * executors end together. Small files share a task, since a task costs time too; a task has files of one computer.
 */
final class Parts {

	/** The number of tasks of the average size for each processor. */
	private static final int TASKS_OF_A_PROCESSOR = 8;

	/** What is done again at most if an executor is lost. */
	private static final int MOST_FILES = 16;

	private Parts() {
		// static functions only
	}

	/**
	 * Returns the parts, those with the most bytes first.
	 *
	 * @param files with the computers that have each on their disks
	 * @param processors the number of tasks that run at once
	 */
	static List<Part> of(final Map<RemoteFile, List<String>> files, final int processors) {
		final long total = files.keySet().stream().mapToLong(RemoteFile::bytes).sum();
		final long most = Math.max(1, total / ((long) processors * TASKS_OF_A_PROCESSOR));
		final Map<List<String>, List<RemoteFile>> places = new LinkedHashMap<>();
		files.forEach((file, hosts) -> places.computeIfAbsent(hosts, unknown -> new ArrayList<>()).add(file));
		final List<Part> parts = new ArrayList<>();
		places.forEach((hosts, ofPlace) -> pack(ofPlace, most, hosts, parts));
		parts.sort(Comparator.comparingLong(Parts::bytes).reversed());
		return parts;
	}

	/** Returns a part for each file, so that Spark tries each again by itself. */
	static List<Part> single(final Map<RemoteFile, List<String>> files) {
		return files.entrySet().stream().map(file -> Part.of(List.of(file.getKey()), file.getValue())).toList();
	}

	private static void pack(final List<RemoteFile> files, final long most, final List<String> hosts,
		final List<Part> parts)
	{
		files.sort(Comparator.comparingLong(RemoteFile::bytes).reversed());
		List<RemoteFile> open = new ArrayList<>();
		long bytes = 0;
		for (final RemoteFile file : files) {
			if (!open.isEmpty() && (bytes + file.bytes() > most || open.size() == MOST_FILES)) {
				parts.add(Part.of(open, hosts));
				open = new ArrayList<>();
				bytes = 0;
			}
			open.add(file);
			bytes += file.bytes();
		}
		if (!open.isEmpty())
			parts.add(Part.of(open, hosts));
	}

	private static long bytes(final Part part) {
		return part.files().stream().mapToLong(RemoteFile::bytes).sum();
	}
}
