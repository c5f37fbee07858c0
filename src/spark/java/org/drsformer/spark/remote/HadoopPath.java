package org.drsformer.spark.remote;

import java.io.IOException;
import java.net.URI;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.List;

/** A path in a file system of Hadoop, whose text is its whole address: {@code hdfs://node:8020/rainy/cat.png}. */
final class HadoopPath implements Path {

	private final HadoopFileSystem files;
	private final boolean absolute;
	private final List<String> names;

	HadoopPath(final HadoopFileSystem files, final boolean absolute, final List<String> names) {
		this.files = files;
		this.absolute = absolute;
		this.names = List.copyOf(names);
	}

	static HadoopPath of(final Path path) {
		if (path instanceof final HadoopPath hadoop)
			return hadoop;
		throw new ProviderMismatchException(path + " is not in a file system of Hadoop");
	}

	/** Returns the absolute path in Hadoop's own form. */
	org.apache.hadoop.fs.Path hadoop() {
		return files.hadoop(toAbsolutePath().text());
	}

	/** Returns the path without the name of its file system. */
	String text() {
		return (absolute ? "/" : "") + String.join("/", names);
	}

	private HadoopPath with(final boolean isAbsolute, final List<String> newNames) {
		return new HadoopPath(files, isAbsolute, newNames);
	}

	@Override
	public HadoopFileSystem getFileSystem() {
		return files;
	}

	@Override
	public boolean isAbsolute() {
		return absolute;
	}

	@Override
	public HadoopPath getRoot() {
		return absolute ? with(true, List.of()) : null;
	}

	@Override
	public HadoopPath getFileName() {
		return names.isEmpty() ? null : with(false, names.subList(names.size() - 1, names.size()));
	}

	@Override
	public HadoopPath getParent() {
		if (names.isEmpty() || names.size() == 1 && !absolute)
			return null;
		return with(absolute, names.subList(0, names.size() - 1));
	}

	@Override
	public int getNameCount() {
		return names.size();
	}

	@Override
	public HadoopPath getName(final int index) {
		return subpath(index, index + 1);
	}

	@Override
	public HadoopPath subpath(final int begin, final int end) {
		if (begin < 0 || end > names.size() || begin >= end)
			throw new IllegalArgumentException("no names " + begin + " to " + end + " in " + this);
		return with(false, names.subList(begin, end));
	}

	@Override
	public boolean startsWith(final Path other) {
		return other instanceof final HadoopPath path && path.files == files && path.absolute == absolute
			&& path.names.size() <= names.size() && names.subList(0, path.names.size()).equals(path.names);
	}

	@Override
	public boolean endsWith(final Path other) {
		if (!(other instanceof final HadoopPath path) || path.files != files)
			return false;
		final int start = names.size() - path.names.size();
		return path.absolute ? equals(path) : start >= 0 && names.subList(start, names.size()).equals(path.names);
	}

	@Override
	public HadoopPath normalize() {
		final List<String> kept = new ArrayList<>();
		for (final String name : names)
			if (name.equals("..") && !kept.isEmpty() && !kept.get(kept.size() - 1).equals(".."))
				kept.remove(kept.size() - 1);
			else if (!name.equals(".") && !(name.equals("..") && absolute))
				kept.add(name);
		return with(absolute, kept);
	}

	@Override
	public HadoopPath resolve(final Path other) {
		final HadoopPath path = of(other);
		if (path.absolute)
			return path;
		final List<String> all = new ArrayList<>(names);
		all.addAll(path.names);
		return with(absolute, all);
	}

	@Override
	public HadoopPath relativize(final Path other) {
		final HadoopPath path = of(other);
		if (path.files != files || path.absolute != absolute)
			throw new IllegalArgumentException(other + " is not in the file system of " + this);
		int same = 0;
		while (same < names.size() && same < path.names.size() && names.get(same).equals(path.names.get(same)))
			same++;
		final List<String> way = new ArrayList<>();
		for (int i = same; i < names.size(); i++)
			way.add("..");
		way.addAll(path.names.subList(same, path.names.size()));
		return with(false, way);
	}

	@Override
	public URI toUri() {
		return hadoop().toUri();
	}

	@Override
	public HadoopPath toAbsolutePath() {
		return absolute ? this : with(true, names);
	}

	@Override
	public HadoopPath toRealPath(final LinkOption... options) throws IOException {
		final HadoopPath real = toAbsolutePath().normalize();
		if (files.listing().find(real).isEmpty())
			throw new NoSuchFileException(toString());
		return real;
	}

	@Override
	public WatchKey register(final WatchService watcher, final WatchEvent.Kind<?>[] events,
		final WatchEvent.Modifier... modifiers)
	{
		throw new UnsupportedOperationException("Hadoop does not watch files");
	}

	@Override
	public int compareTo(final Path other) {
		return toString().compareTo(other.toString());
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof final HadoopPath path && path.files == files && path.absolute == absolute
			&& path.names.equals(names);
	}

	@Override
	public int hashCode() {
		return names.hashCode();
	}

	@Override
	public String toString() {
		return absolute ? files.address() + text() : text();
	}
}
