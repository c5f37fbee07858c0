package org.drsformer.derain;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.drsformer.DrsformerException;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

/**
 * The manifests in an output folder: {@code drsformer-manifest.jsonl}, and one for each shard, such as
 * {@code drsformer-manifest-3-of-8.jsonl}. What is known of a result is the line that was written last, in any of them.
 */
final class ManifestFiles {

	private static final String NAME = "drsformer-manifest";

	private static final Pattern NAMES = Pattern.compile(NAME + "(?:-(\\d{1,6})-of-(\\d{1,6}))?\\.jsonl");

	private static final Gson GSON = new Gson();

	private final Path folder;

	/** @param folder need not exist */
	ManifestFiles(final Path folder) {
		this.folder = folder;
	}

	Path of(final Shard shard) {
		return folder.resolve(shard.equals(Shard.WHOLE) ? NAME + ".jsonl" : NAME + "-" + shard.index() + "-of-" + shard
			.count() + ".jsonl");
	}

	/** Those of runs that might do the same files as this part. */
	List<Path> inTheWayOf(final Shard shard) {
		return all().stream().filter(file -> isInTheWay(file, shard)).toList();
	}

	private static boolean isInTheWay(final Path file, final Shard shard) {
		final Matcher name = NAMES.matcher(file.getFileName().toString());
		if (!name.matches() || name.group(1) == null)
			return true;
		return Integer.parseInt(name.group(2)) != shard.count() || Integer.parseInt(name.group(1)) == shard.index();
	}

	/** Whether there are any: somebody has derained into the folder. */
	boolean exist() {
		return !all().isEmpty();
	}

	private List<Path> all() {
		if (!Files.isDirectory(folder))
			return List.of();
		final List<Path> files = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, NAME + "*")) {
			for (final Path entry : entries)
				if (NAMES.matcher(entry.getFileName().toString()).matches())
					files.add(checked(entry));
		}
		catch (final IOException failure) {
			throw new DrsformerException("The output folder " + folder + " cannot be read; check that you may read it.",
				failure);
		}
		return files;
	}

	/** Pipes and devices would be waited for without an end. */
	private static Path checked(final Path file) {
		if (Files.exists(file) && !Files.isRegularFile(file))
			throw new DrsformerException(file + " has the name of a manifest and is no file; remove it, or choose another" +
				" output folder.");
		return file;
	}

	/** What is known of each result, by its name. */
	Map<String, ManifestEntry> read() {
		return readBeside(null, null);
	}

	/**
	 * As {@link #read()}, for whoever has one of the files open and locked: opening it again and closing that would lift the
	 * lock.
	 */
	Map<String, ManifestEntry> readBeside(final Path own, final SeekableByteChannel opened) {
		final Map<String, ManifestEntry> entries = new HashMap<>();
		for (final Path file : all())
			try {
				if (file.equals(own))
					readLines(opened.position(0), entries);
				else
					read(file, entries);
			}
			catch (final IOException failure) {
				throw new DrsformerException("The manifest " + file + " cannot be read (" + failure.getMessage() +
					"); check that you may, or remove it to do everything again.", failure);
			}
		return entries;
	}

	private static void read(final Path file, final Map<String, ManifestEntry> entries) throws IOException {
		try (SeekableByteChannel channel = Files.newByteChannel(file)) {
			readLines(channel, entries);
		}
	}

	private static void readLines(final SeekableByteChannel channel, final Map<String, ManifestEntry> entries)
		throws IOException
	{
		// half a character at the end must not hide what is before it
		final BufferedReader lines = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8.newDecoder()
			.onMalformedInput(CodingErrorAction.REPLACE), -1));
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			final ManifestEntry entry = parse(line);
			if (entry != null)
				entries.merge(entry.output(), entry, ManifestFiles::later);
		}
	}

	private static ManifestEntry later(final ManifestEntry a, final ManifestEntry b) {
		return a.finished().compareTo(b.finished()) > 0 ? a : b;
	}

	/** @return null for half a line, which a run leaves that is killed; its file is done again */
	private static ManifestEntry parse(final String line) {
		try {
			final ManifestEntry entry = GSON.fromJson(line, ManifestEntry.class);
			return entry != null && entry.isWhole() ? entry : null;
		}
		catch (final JsonParseException half) {
			return null;
		}
	}

	static String format(final ManifestEntry entry) {
		return GSON.toJson(entry) + "\n";
	}
}
