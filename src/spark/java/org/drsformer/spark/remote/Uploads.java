package org.drsformer.spark.remote;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.MultipartUploader;
import org.apache.hadoop.fs.PartHandle;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UploadHandle;

/**
 * Sends a file in parts and completes the upload at the end. The upload begins before the permission is asked, and a
 * new run first becomes the owner and then aborts all uploads: so a late task is refused, or its upload is gone.
 */
record Uploads(FileSystem files) implements Publisher {

	/** The parts of the largest object, 10,000, are 160 GB then. */
	private static final int PART = 16 << 20;

	@Override
	public void publish(final java.nio.file.Path local, final Path place, final Path staging,
		final Permission permission) throws IOException
	{
		try (MultipartUploader uploader = files.createMultipartUploader(place.getParent()).build()) {
			final UploadHandle upload = result(uploader.startUpload(place));
			try {
				final Map<Integer, PartHandle> parts = send(local, place, uploader, upload);
				permission.ask();
				result(uploader.complete(upload, place, parts));
			}
			catch (final IOException | RuntimeException failure) {
				abort(uploader, upload, place, failure);
				throw failure;
			}
		}
	}

	private static void abort(final MultipartUploader uploader, final UploadHandle upload, final Path place,
		final Exception failure)
	{
		try {
			result(uploader.abort(upload, place));
		}
		catch (final IOException aborted) {
			// by a newer run, if there is no such upload any more
			failure.addSuppressed(aborted);
		}
	}

	private static Map<Integer, PartHandle> send(final java.nio.file.Path local, final Path place,
		final MultipartUploader uploader, final UploadHandle upload) throws IOException
	{
		final Map<Integer, PartHandle> parts = new HashMap<>();
		try (InputStream in = Files.newInputStream(local)) {
			byte[] next = in.readNBytes(PART);
			while (next.length > 0 || parts.isEmpty()) {
				final byte[] part = next;
				next = in.readNBytes(PART);
				final int number = parts.size() + 1;
				parts.put(number, result(uploader.putPart(upload, number, next.length == 0, place,
					new ByteArrayInputStream(part), part.length)));
			}
		}
		return parts;
	}

	/** Aborts all uploads into a folder and the folders in it. */
	void abortAll(final Path folder) throws IOException {
		try (MultipartUploader uploader = files.createMultipartUploader(folder).build()) {
			// each call knows some hundreds
			while (result(uploader.abortUploadsUnderPath(folder)) > 0)
				continue;
		}
	}

	/** Waits even if the thread is interrupted: nobody else knows of an upload that has begun. */
	private static <T> T result(final CompletableFuture<T> future) throws IOException {
		try {
			return future.join();
		}
		catch (final CompletionException failure) {
			throw failure.getCause() instanceof final IOException cause ? cause : new IOException(failure.getCause());
		}
	}
}
