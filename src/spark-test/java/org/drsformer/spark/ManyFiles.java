package org.drsformer.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A file system with one folder, {@code many:///in}, of as many images as a test wants. It has only their names, which
 * it tells in pages as object stores do, and it counts what it is asked.
 */
public final class ManyFiles extends FileSystem {

	static final String FOLDER = "many:///in";
	static final int PAGE = 1000;

	private static final long BYTES = 500_000;

	private static int count;
	private static int pages;
	private static int questions;

	/** Makes the file system known to Spark. */
	static void begin(final int files) {
		System.setProperty("spark.hadoop.fs.many.impl", ManyFiles.class.getName());
		count = files;
		pages = 0;
		questions = 0;
	}

	/** Returns how many pages of names were asked for. */
	static int pages() {
		return pages;
	}

	/** Returns how often a single file or folder was asked for. */
	static int questions() {
		return questions;
	}

	/** Reads a page when its first name is needed. */
	private static final class Pages implements RemoteIterator<LocatedFileStatus> {

		private int next;
		private Iterator<LocatedFileStatus> page = List.<LocatedFileStatus>of().iterator();

		@Override
		public boolean hasNext() {
			if (!page.hasNext() && next < count)
				page = read();
			return page.hasNext();
		}

		private Iterator<LocatedFileStatus> read() {
			pages++;
			final List<LocatedFileStatus> names = new ArrayList<>();
			while (next < count && names.size() < PAGE)
				names.add(new LocatedFileStatus(image(next++), null));
			return names.iterator();
		}

		@Override
		public LocatedFileStatus next() {
			if (!hasNext())
				throw new NoSuchElementException();
			return page.next();
		}
	}

	private static FileStatus image(final int number) {
		return new FileStatus(BYTES + number % 1000, false, 1, BYTES, number,
			new Path(String.format("%s/camera-%02d_%07d.png", FOLDER, number % 20, number)));
	}

	@Override
	public void initialize(final URI address, final Configuration configuration) throws IOException {
		super.initialize(address, configuration);
		setConf(configuration);
	}

	@Override
	public URI getUri() {
		return URI.create("many:///");
	}

	@Override
	public RemoteIterator<LocatedFileStatus> listLocatedStatus(final Path folder) {
		return new Pages();
	}

	@Override
	public FileStatus getFileStatus(final Path path) throws FileNotFoundException {
		questions++;
		if (path.isRoot() || path.equals(new Path(FOLDER)))
			return new FileStatus(0, true, 1, 0, 0, path);
		throw new FileNotFoundException(path.toString());
	}

	@Override
	public FileStatus[] listStatus(final Path folder) {
		throw new UnsupportedOperationException("not in pages");
	}

	@Override
	public FSDataInputStream open(final Path file, final int buffer) throws IOException {
		throw new FileNotFoundException(file.toString());
	}

	@Override
	public FSDataOutputStream create(final Path file, final FsPermission permission, final boolean overwrite,
		final int buffer, final short replication, final long block, final Progressable progress)
	{
		throw new UnsupportedOperationException();
	}

	@Override
	public FSDataOutputStream append(final Path file, final int buffer, final Progressable progress) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean rename(final Path source, final Path target) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean delete(final Path path, final boolean recursive) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void setWorkingDirectory(final Path folder) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Path getWorkingDirectory() {
		return new Path("many:///");
	}

	@Override
	public boolean mkdirs(final Path folder, final FsPermission permission) {
		throw new UnsupportedOperationException();
	}
}
