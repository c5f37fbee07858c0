package org.drsformer.spark.remote;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.CreateFileOptionKeys;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files in the folder {@code .drsformer} of an output folder: {@code lease-N.json} of each run that derains into it
 * or was killed, and a folder {@code N} for its unfinished results. The run with the highest number owns the folder.
 */
record LeaseFiles(FileSystem files, Path folder) {

	private static final Logger LOG = LoggerFactory.getLogger(LeaseFiles.class);

	private static final Pattern NAME = Pattern.compile("lease-(\\d{1,18})\\.json");

	/** @param output the output folder */
	static LeaseFiles in(final FileSystem files, final Path output) {
		return new LeaseFiles(files, new Path(output, ".drsformer"));
	}

	Path lease(final long number) {
		return new Path(folder, "lease-" + number + ".json");
	}

	Path staging(final long number) {
		return new Path(folder, Long.toString(number));
	}

	/** Returns the numbers of all leases. */
	TreeSet<Long> numbers() throws IOException {
		final TreeSet<Long> numbers = new TreeSet<>();
		try {
			final RemoteIterator<FileStatus> entries = files.listStatusIterator(folder);
			while (entries.hasNext()) {
				final Matcher name = NAME.matcher(entries.next().getPath().getName());
				if (name.matches())
					numbers.add(Long.parseLong(name.group(1)));
			}
		}
		catch (final FileNotFoundException none) {
			return numbers;
		}
		return numbers;
	}

	/** Returns whether a run owns the folder. */
	boolean isOwner(final long number) throws IOException {
		final TreeSet<Long> numbers = numbers();
		return !numbers.isEmpty() && numbers.last() == number;
	}

	/** @throws IOException if this run has ended, or another run has taken the folder over */
	void check(final long number) throws IOException {
		if (!isOwner(number))
			throw new IOException("this run has ended, or another run has taken " + folder.getParent() + " over");
	}

	/** Returns the time at which a lease was written last, by the clock of the file system; -1 if it is gone. */
	long written(final long number) throws IOException {
		try {
			return files.getFileStatus(lease(number)).getModificationTime();
		}
		catch (final FileNotFoundException gone) {
			return -1;
		}
	}

	/** Returns the text of a lease; empty if it is gone, or is written at this moment. */
	String read(final long number) {
		try (FSDataInputStream in = files.open(lease(number))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException beingWritten) {
			LOG.debug("The lease {} cannot be read", number, beingWritten);
			return "";
		}
	}

	/** Writes a lease again. */
	void renew(final long number, final String text) throws IOException {
		write(files.createFile(lease(number)).overwrite(true).recursive(), text);
	}

	/** Writes a new lease, and returns false if there is one with this number. */
	boolean create(final long number, final String text) throws IOException {
		try {
			final FSDataOutputStreamBuilder<?, ?> builder = files.createFile(lease(number))
				.overwrite(false)
				.recursive();
			if (Publisher.isObjectStore(files.getUri()))
				builder.must(CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
			write(builder, text);
			return true;
		}
		catch (final IOException failure) {
			// it may be our own, whose answer was lost on its way
			final String there = read(number);
			if (there.isEmpty())
				throw failure;
			return there.equals(text);
		}
	}

	private static void write(final FSDataOutputStreamBuilder<?, ?> builder, final String text) throws IOException {
		try (FSDataOutputStream out = builder.build()) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
	}

	/** Removes what runs with lower numbers have left. */
	void sweep(final long number) throws IOException {
		final RemoteIterator<FileStatus> entries = files.listStatusIterator(folder);
		while (entries.hasNext()) {
			final Path entry = entries.next().getPath();
			if (!entry.equals(lease(number)) && !entry.equals(staging(number)))
				files.delete(entry, true);
		}
	}

	/** Removes the lease and the folder of a run. */
	void remove(final long number) throws IOException {
		files.delete(staging(number), true);
		files.delete(lease(number), false);
		if (!files.exists(folder))
			return;
		if (!files.listStatusIterator(folder).hasNext())
			files.delete(folder, false);
	}
}
