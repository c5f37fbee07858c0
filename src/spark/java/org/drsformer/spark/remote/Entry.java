package org.drsformer.spark.remote;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;

import org.apache.hadoop.fs.FileStatus;

/**
 * What is known of a file or folder after it was listed.
 *
 * @param bytes the size of the file
 * @param millis the time of its last change, since 1970
 * @param isDirectory whether it is a folder
 * @param hosts the computers that have the beginning of the file on their disks
 */
record Entry(long bytes, long millis, boolean isDirectory, List<String> hosts) implements BasicFileAttributes {

	private static final long SECOND = 1000;

	static final Entry FOLDER = new Entry(0, 0, true, List.of());

	static Entry of(final FileStatus status, final List<String> hosts) {
		return new Entry(status.getLen(), millis(status), status.isDirectory(), hosts);
	}

	/** Returns the time of the last change. S3 tells it in seconds for a single object, and more exactly in lists. */
	static long millis(final FileStatus status) {
		final long millis = status.getModificationTime();
		return Publisher.isObjectStore(status.getPath().toUri()) ? millis - millis % SECOND : millis;
	}

	@Override
	public FileTime lastModifiedTime() {
		return FileTime.fromMillis(millis);
	}

	@Override
	public FileTime lastAccessTime() {
		return lastModifiedTime();
	}

	@Override
	public FileTime creationTime() {
		return lastModifiedTime();
	}

	@Override
	public boolean isRegularFile() {
		return !isDirectory;
	}

	@Override
	public boolean isSymbolicLink() {
		return false;
	}

	@Override
	public boolean isOther() {
		return false;
	}

	@Override
	public long size() {
		return bytes;
	}

	@Override
	public Object fileKey() {
		return null;
	}
}
