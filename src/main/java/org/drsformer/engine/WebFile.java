package org.drsformer.engine;

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
import java.util.function.LongConsumer;

/**
 * A file on a web server.
 *
 * @param address http or https
 */
record WebFile(URI address) {

	private static final int TIMEOUT_MILLISECONDS = 20_000;
	private static final int BUFFER = 1 << 16;

	private HttpURLConnection connect() throws IOException {
		final HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
		connection.setConnectTimeout(TIMEOUT_MILLISECONDS);
		connection.setReadTimeout(TIMEOUT_MILLISECONDS);
		return connection;
	}

	private static void require(final HttpURLConnection connection, final int... codes) throws IOException {
		final int answer = connection.getResponseCode();
		for (final int code : codes)
			if (answer == code)
				return;
		throw new IOException("the server answers " + answer + " for " + connection.getURL());
	}

	String text() throws IOException {
		final HttpURLConnection connection = connect();
		require(connection, HttpURLConnection.HTTP_OK);
		try (InputStream in = connection.getInputStream()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/** In bytes; 0 if the server does not tell. */
	long size() throws IOException {
		final HttpURLConnection connection = connect();
		connection.setRequestMethod("HEAD");
		require(connection, HttpURLConnection.HTTP_OK);
		return Math.max(0, connection.getContentLengthLong());
	}

	/**
	 * Downloads it, after what of it an earlier attempt has left.
	 *
	 * @param progress is told how many bytes there are, and may throw to stop
	 * @throws IOException if it ends early; what has come stays
	 */
	void fetch(final Path to, final LongConsumer progress) throws IOException {
		final long size = size();
		final long there = Files.exists(to) ? Files.size(to) : 0;
		if (there > 0 && there == size)
			return;
		final HttpURLConnection connection = connect();
		if (there > 0)
			connection.setRequestProperty("Range", "bytes=" + there + "-");
		require(connection, HttpURLConnection.HTTP_OK, HttpURLConnection.HTTP_PARTIAL);
		final boolean goesOn = connection.getResponseCode() == HttpURLConnection.HTTP_PARTIAL;
		try (InputStream in = connection.getInputStream();
				OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE, goesOn ? StandardOpenOption.APPEND
					: StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE))
		{
			copy(in, out, goesOn ? there : 0, progress);
		}
		if (size > 0 && Files.size(to) != size)
			throw new EOFException("the connection was lost after " + Files.size(to) + " of " + size + " bytes");
	}

	private static void copy(final InputStream in, final OutputStream out, final long before, final LongConsumer progress)
		throws IOException
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
