package org.drsformer.batch;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.batch.job.FileFailure;
import org.drsformer.batch.job.FileResult;
import org.drsformer.io.CsvRow;
import org.drsformer.io.RemoteStorage;
import org.drsformer.io.WholeFile;

/**
 * A CSV table with the result of each file of a run. Each row is written at once, so a run that is killed leaves its
 * rows too, unless the table is in a {@link RemoteStorage}, where it appears at the end.
 */
public final class BatchReport implements AutoCloseable {

	private static final String HEADER = CsvRow.of("input", "output", "status", "width", "height", "planes",
		"megapixels", "seconds", "network_seconds", "megapixels_per_second", "output_bytes", "problem");

	private final Path file;

	/** The file itself, or one on this computer that becomes the file at the end. */
	private final Path written;

	private final Writer rows;

	/**
	 * Starts the table.
	 *
	 * @param file an earlier file is replaced; its folder is made if missing
	 * @throws DrsformerException if the file cannot be written
	 */
	public BatchReport(final Path file) {
		this.file = file;
		try {
			WholeFile.createFolders(file.toAbsolutePath().getParent());
			WholeFile.checkPlace(file);
			written = RemoteStorage.of(file).isPresent() ? Files.createTempFile("drsformer", ".csv") : file;
			WholeFile.write(written, out -> out.write(HEADER.getBytes(StandardCharsets.UTF_8)));
			rows = Files.newBufferedWriter(written, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
		}
		catch (final IOException failure) {
			throw unwritable(failure);
		}
	}

	private DrsformerException unwritable(final IOException failure) {
		return new DrsformerException(
			"The report " + file + " cannot be written; check that its folder exists, that you may" +
				" write there and that the disk has room.",
			failure);
	}

	/** Adds the row of a file. May be called by several threads. */
	public void add(final FileResult result) {
		add(result.job().input(), result.job().output(), result.isDone() ? "done" : "failed", result.width(),
			result.height(), result.planes(), result.megapixels(), seconds(result.seconds()),
			seconds(result.networkSeconds()), result.isDone() ? seconds(result.megapixels() / result.seconds()) : "",
			result.outputBytes(), result.failure());
	}

	/** Adds the row of an input that could not be processed at all. */
	public void add(final FileFailure failure) {
		add(failure.path(), "", "failed", 0, 0, 0, 0, "", "", "", 0, failure.sentence());
	}

	private void putRemote() throws IOException {
		try {
			RemoteStorage.of(file).orElseThrow().put(written, file);
		}
		finally {
			Files.delete(written);
		}
	}

	private synchronized void add(final Object... cells) {
		try {
			rows.write(CsvRow.of(cells));
			rows.flush();
		}
		catch (final IOException failure) {
			throw unwritable(failure);
		}
	}

	private static String seconds(final double value) {
		return String.format(Locale.ROOT, "%.4f", value);
	}

	@Override
	public void close() {
		try {
			rows.close();
			WholeFile.sync(written);
			if (written != file)
				putRemote();
		}
		catch (final IOException failure) {
			throw unwritable(failure);
		}
	}
}
