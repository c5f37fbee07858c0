package org.drsformer.engine;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.LongConsumer;

/**
 * A file on a web server.
 *
 * @param address http or https
 */
record WebFile(URI address) {

	private static final int TIMEOUT_MILLISECONDS = 20_000;
	private static final int BUFFER = 1 << 16;
	/** The number of bytes at the start of a file that show whether it is a web page. */
	private static final int START = 64;

	private static final int RANGE_BEYOND_END = 416;
	private static final int LOG_IN_FIRST = 511;

	private HttpURLConnection connect() throws IOException {
		final HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
		connection.setConnectTimeout(TIMEOUT_MILLISECONDS);
		connection.setReadTimeout(TIMEOUT_MILLISECONDS);
		return connection;
	}

	private static void require(final HttpURLConnection connection, final int... codes) throws IOException {
		final int answer = connection.getResponseCode();
		final String type = connection.getContentType();
		if (answer == LOG_IN_FIRST
			|| answer == HttpURLConnection.HTTP_OK && type != null && type.toLowerCase(Locale.ROOT).contains("html"))
			throw new WebPage(connection.getURL().toString());
		for (final int code : codes)
			if (answer == code)
				return;
		throw new IOException("the server answers " + answer + " for " + connection.getURL());
	}

	/** Returns the content from its beginning. Refuses a web page, which not every server declares as one. */
	private static InputStream content(final HttpURLConnection connection) throws IOException {
		final BufferedInputStream in = new BufferedInputStream(connection.getInputStream(), BUFFER);
		in.mark(START);
		final String start = new String(in.readNBytes(START), StandardCharsets.UTF_8);
		in.reset();
		if (!start.replace("\uFEFF", "").stripLeading().startsWith("<"))
			return in;
		in.close();
		throw new WebPage(connection.getURL().toString());
	}

	/**
	 * Returns the content of a text file.
	 *
	 * @throws WebPage if a web page comes instead, perhaps from another server
	 */
	String text() throws IOException {
		final HttpURLConnection connection = connect();
		require(connection, HttpURLConnection.HTTP_OK);
		try (InputStream in = content(connection)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** Returns the size in bytes; 0 if the server does not tell. */
	long size() throws IOException {
		final HttpURLConnection connection = connect();
		connection.setRequestMethod("HEAD");
		require(connection, HttpURLConnection.HTTP_OK);
		return Math.max(0, connection.getContentLengthLong());
	}

	/**
	 * Downloads the file. Continues what an earlier attempt has left, if that can be the beginning of this file.
	 *
	 * @param progress gets the number of bytes that have come, and may throw to stop
	 * @throws WebPage if a web page comes instead; the part that was there stays
	 * @throws IOException if the connection fails; the part that has come stays
	 */
	void fetch(final Path to, final LongConsumer progress) throws IOException {
		final long size = size();
		if (size > 0 && Files.exists(to) && Files.size(to) > size)
			Files.delete(to);
		final long there = Files.exists(to) ? Files.size(to) : 0;
		if (there > 0 && there == size)
			return;
		if (there == 0 || !resume(to, there, progress))
			begin(to, progress);
		if (size > 0 && Files.size(to) != size)
			throw new EOFException("the connection was lost after " + Files.size(to) + " of " + size + " bytes");
	}

	private void begin(final Path to, final LongConsumer progress) throws IOException {
		final HttpURLConnection connection = connect();
		require(connection, HttpURLConnection.HTTP_OK);
		try (InputStream in = content(connection); OutputStream out = Files.newOutputStream(to)) {
			copy(in, out, 0, progress);
		}
	}

	/** Returns false if the server does not continue where it is asked to: it cannot, or its file ends before. */
	private boolean resume(final Path to, final long there, final LongConsumer progress) throws IOException {
		final HttpURLConnection connection = connect();
		connection.setRequestProperty("Range", "bytes=" + there + "-");
		require(connection, HttpURLConnection.HTTP_OK, HttpURLConnection.HTTP_PARTIAL, RANGE_BEYOND_END);
		final String range = connection.getHeaderField("Content-Range");
		if (connection.getResponseCode() != HttpURLConnection.HTTP_PARTIAL
			|| range != null && !range.matches("bytes\\s+" + there + "-.*")) {
			connection.disconnect();
			return false;
		}
		try (InputStream in = connection.getInputStream();
			OutputStream out = Files.newOutputStream(to, StandardOpenOption.APPEND)) {
			copy(in, out, there, progress);
		}
		return true;
	}

	private static void copy(final InputStream in, final OutputStream out, final long before,
		final LongConsumer progress) throws IOException
	{
		final byte[] buffer = new byte[BUFFER];
		long bytes = before;
		for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
			out.write(buffer, 0, read);
			bytes += read;
			progress.accept(bytes);
		}
	}
}
