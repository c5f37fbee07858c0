package org.drsformer.engine;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Downloads the native library of PyTorch from the server of DJL into the folder in which DJL looks for it. Unlike
 * DJL's own download, it asks first, shows progress, and continues where an earlier attempt stopped.
 */
final class NativeDownload {

	static final URI DJL = URI.create("https://publish.djl.ai/pytorch/");

	private static final Logger LOG = LoggerFactory.getLogger(NativeDownload.class);
	private static final double MEBIBYTE = 1 << 20;

	private final URI source;
	private final DownloadListener listener;
	private NativeLibrary library;

	/** @param source the folder on the server with a folder for each version */
	NativeDownload(final NativeLibrary library, final URI source, final DownloadListener listener) {
		this.library = library;
		this.source = source.resolve(library.version() + "/");
		this.listener = listener;
	}

	/**
	 * Downloads the library. If another program downloads it at the same time, waits for that instead.
	 *
	 * @throws DrsformerException if the user does not want it, or it fails; the message says what to do
	 * @throws java.util.concurrent.CancellationException if the progress cancels it, or the thread is interrupted
	 */
	void run() {
		try {
			final NativeIndex index = NativeIndex.of(new WebFile(source.resolve("files.txt")).text());
			if (!index.nearest(library).equals(library)) {
				index.store(library);
				library = index.nearest(library);
			}
			final Progress progress = listener.progress();
			try (DownloadLock lock = lock(progress)) {
				if (!library.isHere())
					download(files(index), lock.isShared() ? "-" + UUID.randomUUID() : "", progress);
			}
		}
		catch (final WebPage page) {
			throw new DrsformerException("The native library of PyTorch cannot be downloaded: " + page.getMessage() +
				", such as the login page of a network or of a proxy; open this address in a browser, do what the" +
				" page says, and start again, which continues where this stopped, or install the zip with natives" +
				" for your system, which needs no network.", page);
		}
		catch (final IOException failure) {
			throw new DrsformerException(
				"The native library of PyTorch cannot be downloaded from " + source + " (" + reason(failure) +
					"); let it through your firewall or set Java's proxy and start again, which continues where this" +
					" stopped, or install the zip with natives for your system, which needs no network.",
				failure);
		}
	}

	private DownloadLock lock(final Progress progress) throws IOException {
		final Path file = Files.createDirectories(library.cache()).resolve(library.folder().getFileName() + ".lock");
		final boolean[] told = new boolean[1];
		return DownloadLock.await(file, () -> {
			if (!told[0])
				LOG.warn("Another program downloads the native library of PyTorch to {}; waiting for it.",
					library.cache());
			told[0] = true;
			progress.update(0);
		});
	}

	private void download(final List<WebFile> files, final String ending, final Progress progress) throws IOException {
		final Path folder = Files
			.createDirectories(library.cache().resolve(library.folder().getFileName() + ending + ".download"));
		long size = 0;
		for (final WebFile file : files)
			size += file.size();
		ask(size);
		fetch(files, folder, size, progress);
		place(folder);
	}

	/** Moves the files to their folder, the main file last: where it is, DJL takes all files to be. */
	private void place(final Path folder) throws IOException {
		final Path target = Files.createDirectories(library.folder());
		final List<Path> files;
		try (Stream<Path> all = Files.list(folder)) {
			files = all.sorted(Comparator.comparing(file -> file.endsWith(NativeLibrary.MAIN_FILE))).toList();
		}
		for (final Path file : files)
			Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
		Files.delete(folder);
	}

	private static String reason(final IOException failure) {
		return failure.getClass().getSimpleName() + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
	}

	private List<WebFile> files(final NativeIndex index) {
		final List<WebFile> files = index.files(library).map(line -> new WebFile(source.resolve(line))).toList();
		if (files.isEmpty())
			throw new DrsformerException("There is no native library of PyTorch for this system, " + library.system() +
				"; it runs on Linux (x86_64, aarch64), Windows (x86_64) and macOS on Apple silicon.");
		return files;
	}

	private void ask(final long size) {
		if (!listener.mayDownload(String.format(Locale.ROOT,
			"The native library of PyTorch (%s, %.0f MiB) is needed once; it" + " is downloaded from %s to %s.",
			library.flavor(), size / MEBIBYTE, source, library.cache())))
			throw new DrsformerException(
				"Without the native library of PyTorch nothing can be derained; allow the download, or" +
					" install the zip with natives for your system.");
	}

	private void fetch(final List<WebFile> files, final Path folder, final long size, final Progress progress)
		throws IOException
	{
		long before = 0;
		for (final WebFile file : files) {
			final long start = before;
			final Path packed = folder.resolve(name(file));
			final Path unpacked = folder.resolve(packed.getFileName().toString().replaceFirst("\\.gz$", ""));
			if (!Files.exists(unpacked)) {
				file.fetch(packed, bytes -> progress.update(Math.min(1, (start + bytes) / (double) Math.max(1, size))));
				unpack(packed, unpacked);
			}
			before += file.size();
		}
		progress.update(1);
	}

	private static String name(final WebFile file) {
		final String path = file.address().getRawPath();
		return URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
	}

	/**
	 * Unpacks a file, and compares its length and checksum with those in the packed file. Deletes a damaged file, so
	 * that it is downloaded again next time.
	 */
	private static void unpack(final Path packed, final Path unpacked) throws IOException {
		final Path part = unpacked.resolveSibling(unpacked.getFileName() + ".part");
		try {
			unpackTo(packed, part);
			Files.move(part, unpacked, StandardCopyOption.ATOMIC_MOVE);
			Files.delete(packed);
		}
		catch (final ZipException | EOFException damaged) {
			Files.delete(packed);
			throw new IOException(packed.getFileName() + " came damaged: " + damaged.getMessage(), damaged);
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	private static void unpackTo(final Path packed, final Path part) throws IOException {
		try (InputStream in = new GZIPInputStream(Files.newInputStream(packed));
			FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
				StandardOpenOption.WRITE)) {
			in.transferTo(Channels.newOutputStream(out));
			// without this, a power failure can leave an empty file with the right name
			out.force(true);
		}
	}
}
