package org.drsformer.spark.remote;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * What is in the folders that the user has named. Each folder is listed once, in pages, and questions about single
 * files are answered from the list: asking the file system about each of 100,000 files would take hours. Of each file
 * only its name, size, time and computers are kept.
 */
final class Listing {

	private final HadoopFileSystem files;

	/** The folders that the user has named; what is not inside of them is asked for. */
	private final Set<HadoopPath> roots = new HashSet<>();

	private final Map<HadoopPath, Map<String, Entry>> folders = new HashMap<>();

	/** The names of computers, each once in memory. */
	private final Map<List<String>, List<String>> hosts = new HashMap<>();

	Listing(final HadoopFileSystem files) {
		this.files = files;
	}

	/** Says that what is in a folder will be asked for. */
	synchronized void addRoot(final HadoopPath folder) {
		roots.add(folder);
	}

	/** Returns what is known of a file or folder; empty if there is none. */
	synchronized Optional<Entry> find(final HadoopPath path) throws IOException {
		final HadoopPath place = path.toAbsolutePath().normalize();
		if (place.getParent() == null)
			return Optional.of(Entry.FOLDER);
		if (folders.containsKey(place.getParent()) || isListed(place))
			return Optional.ofNullable(in(place.getParent()).get(place.getFileName().toString()));
		return ask(place);
	}

	private boolean isListed(final HadoopPath place) {
		for (HadoopPath above = place.getParent(); above != null; above = above.getParent())
			if (roots.contains(above))
				return true;
		return false;
	}

	private Optional<Entry> ask(final HadoopPath place) throws IOException {
		try {
			return Optional.of(Entry.of(files.hadoop().getFileStatus(place.hadoop()), List.of()));
		}
		catch (final FileNotFoundException none) {
			return Optional.empty();
		}
	}

	/** Returns what is in a folder by its name; nothing if the folder does not exist. */
	synchronized Map<String, Entry> in(final HadoopPath folder) throws IOException {
		final HadoopPath place = folder.toAbsolutePath().normalize();
		if (!folders.containsKey(place))
			folders.put(place, find(place).filter(Entry::isDirectory).isPresent() ? list(place) : new HashMap<>());
		return folders.get(place);
	}

	private Map<String, Entry> list(final HadoopPath folder) throws IOException {
		final Map<String, Entry> found = new LinkedHashMap<>();
		try {
			final RemoteIterator<LocatedFileStatus> pages = files.hadoop().listLocatedStatus(folder.hadoop());
			while (pages.hasNext()) {
				final LocatedFileStatus status = pages.next();
				found.put(status.getPath().getName(), Entry.of(status, hosts(status)));
			}
		}
		catch (final FileNotFoundException gone) {
			// an object store has no empty folders
		}
		return found;
	}

	private List<String> hosts(final LocatedFileStatus status) throws IOException {
		if (status.getBlockLocations() == null || status.getBlockLocations().length == 0)
			return List.of();
		final List<String> names = Arrays.stream(status.getBlockLocations()[0].getHosts())
			.filter(name -> !name.equals("localhost"))
			.toList();
		return hosts.computeIfAbsent(names, same -> same);
	}

	/** Notes that a folder exists from now on. */
	synchronized void addFolder(final HadoopPath folder) {
		final HadoopPath place = folder.toAbsolutePath().normalize();
		if (place.getParent() != null && folders.containsKey(place.getParent()))
			folders.get(place.getParent()).put(place.getFileName().toString(), Entry.FOLDER);
	}

	/** Forgets a file or folder, and what is in it, so that it is looked up again. */
	synchronized void forget(final HadoopPath path) {
		final HadoopPath place = path.toAbsolutePath().normalize();
		folders.keySet().removeIf(folder -> folder.startsWith(place) || folder.equals(place.getParent()));
	}
}
