package org.drsformer.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;

/**
 * Downloads the native library of PyTorch from where DJL has it to where DJL looks for it: as DJL would do, but after asking,
 * with progress, and so that it goes on where it stopped.
 */
final class NativeDownload {

	static final URI DJL = URI.create("https://publish.djl.ai/pytorch/");

	private static final String ENDING = ".gz";
	private static final double MEBIBYTE = 1 << 20;

	private final URI source;
	private final DownloadListener listener;
	private NativeLibrary library;

	/** @param source the folder that has one for each version */
	NativeDownload(final NativeLibrary library, final URI source, final DownloadListener listener) {
		this.library = library;
		this.source = source.resolve(library.version() + "/");
		this.listener = listener;
	}

	/**
	 * @throws DrsformerException if the user does not want it, or it fails; says what to do
	 * @throws java.util.concurrent.CancellationException if the progress asks for it
	 */
	void run() {
		try {
			final List<WebFile> files = files();
			if (library.isHere())
				return;
			final Path folder = Files.createDirectories(library.cache().resolve(library.folder().getFileName() + ".download"));
			long size = 0;
			for (final WebFile file : files)
				size += file.size();
			ask(size);
			fetch(files, folder, size);
			Files.move(folder, library.folder(), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final IOException failure) {
			throw new DrsformerException("The native library of PyTorch cannot be downloaded from " + source + " (" +
				reason(failure) + "); let it through your firewall or set Java's proxy and start again, which goes on where this" +
				" stopped, or install the zip with natives for your system, which needs no network.", failure);
		}
	}

	private static String reason(final IOException failure) {
		return failure.getClass().getSimpleName() + (failure.getMessage() == null ? "" : ": " + failure.getMessage());
	}

	/** Those of this flavor: for CUDA the next minor version that there is, or else those for the CPU, as DJL does. */
	private List<WebFile> files() throws IOException {
		final List<String> lines = new WebFile(source.resolve("files.txt")).text().lines().toList();
		if (library.flavor().startsWith("cu")) {
			final String major = library.flavor().substring(0, Math.min(4, library.flavor().length()));
			library = library.withFlavor(lines.stream().map(line -> line.substring(0, Math.max(0, line.indexOf('/')))).filter(
				flavor -> flavor.matches(major + "\\d") && lines.stream().anyMatch(line -> line.startsWith(flavor + "/" + library
					.system() + "/"))).findFirst().orElse("cpu"));
		}
		final String start = library.flavor() + "/" + library.system() + "/";
		final List<WebFile> files = new ArrayList<>();
		lines.stream().filter(line -> line.startsWith(start) && line.endsWith(ENDING)).forEach(line -> files.add(new WebFile(
			source.resolve(line))));
		if (files.isEmpty())
			throw new DrsformerException("There is no native library of PyTorch for this system, " + library.system() +
				"; it runs on Linux (x86_64, aarch64), Windows (x86_64) and macOS on Apple silicon.");
		return files;
	}

	private void ask(final long size) {
		if (!listener.mayDownload(String.format(Locale.ROOT, "The native library of PyTorch (%s, %.0f MiB) is needed once; it" +
			" is downloaded from %s to %s.", library.flavor(), size / MEBIBYTE, source, library.cache())))
			throw new DrsformerException("Without the native library of PyTorch nothing can be derained; allow the download, or" +
				" install the zip with natives for your system.");
	}

	private void fetch(final List<WebFile> files, final Path folder, final long size) throws IOException {
		final Progress progress = listener.progress();
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

	/** What is damaged would be damaged the next time too, so it is not kept. */
	private static void unpack(final Path packed, final Path unpacked) throws IOException {
		final Path part = unpacked.resolveSibling(unpacked.getFileName() + ".part");
		try (InputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
			Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
			Files.move(part, unpacked, StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(part);
			Files.delete(packed);
		}
	}
}
