package org.drsformer.spark.remote;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A file system of Hadoop as Java's libraries see it. */
final class HadoopFileSystem extends FileSystem {

	private final HadoopFiles provider;
	private final org.apache.hadoop.fs.FileSystem files;
	private final Listing listing;

	HadoopFileSystem(final HadoopFiles provider, final org.apache.hadoop.fs.FileSystem files) {
		this.provider = provider;
		this.files = files;
		listing = new Listing(this);
	}

	org.apache.hadoop.fs.FileSystem hadoop() {
		return files;
	}

	Listing listing() {
		return listing;
	}

	/** Returns the address of the whole file system, such as {@code s3a://bucket}. */
	String address() {
		final String uri = files.getUri().toString();
		return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
	}

	/** @param text an absolute path, whose names may have colons, which Hadoop takes for schemes otherwise */
	org.apache.hadoop.fs.Path hadoop(final String text) {
		return new org.apache.hadoop.fs.Path(files.getUri().getScheme(), files.getUri().getAuthority(), text);
	}

	@Override
	public HadoopFiles provider() {
		return provider;
	}

	@Override
	public void close() {
		throw new UnsupportedOperationException("its provider closes it");
	}

	@Override
	public boolean isOpen() {
		return true;
	}

	@Override
	public boolean isReadOnly() {
		return false;
	}

	@Override
	public String getSeparator() {
		return "/";
	}

	@Override
	public Iterable<Path> getRootDirectories() {
		return List.of(getPath("/"));
	}

	@Override
	public Iterable<FileStore> getFileStores() {
		return List.of();
	}

	@Override
	public Set<String> supportedFileAttributeViews() {
		return Set.of("basic");
	}

	/** Returns the path that a text means: a whole address, an absolute path, or a relative one. */
	@Override
	public HadoopPath getPath(final String first, final String... more) {
		final String text = String.join("/", first, String.join("/", more));
		final String path = text.startsWith(address() + "/") ? text.substring(address().length()) : text;
		return new HadoopPath(this, path.startsWith("/"),
			Arrays.stream(path.split("/")).filter(name -> !name.isEmpty()).toList());
	}

	@Override
	public PathMatcher getPathMatcher(final String pattern) {
		return FileSystems.getDefault().getPathMatcher(pattern);
	}

	@Override
	public UserPrincipalLookupService getUserPrincipalLookupService() {
		throw new UnsupportedOperationException("Hadoop has users of its own");
	}

	@Override
	public WatchService newWatchService() {
		throw new UnsupportedOperationException("Hadoop does not watch files");
	}
}
