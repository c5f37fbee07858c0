package org.drsformer.batch.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.drsformer.DrsformerException;
import org.drsformer.batch.settings.Shard;
import org.drsformer.io.BoundedLines;
import org.drsformer.io.LongLineException;
import org.drsformer.io.RemoteStorage;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;

/**
 * The manifests in an output folder: {@code drsformer-manifest.jsonl}, which is also the lock file, and one for each
 * shard, such as {@code drsformer-manifest-3-of-8.jsonl}, or for each part of the time of a run on a file system where
 * nothing can be added to a file. In each manifest, the last line about a result counts; among several manifests, the
 * line that was written last.
 */
public final class ManifestFiles {

	private static final String NAME = "drsformer-manifest";

	/** The name of the manifest of all files. */
	public static final String WHOLE = NAME + ".jsonl";

	private static final Pattern PARTS = Pattern.compile(NAME + "-run\\d{1,18}-\\d{1,9}\\.jsonl");

	private static final Pattern NAMES = Pattern
		.compile(NAME + "(?:-(\\d{1,6})-of-(\\d{1,6}))?\\.jsonl|" + PARTS.pattern());

	private static final Gson GSON = new Gson();

	private final Path folder;

	/** @param folder need not exist */
	public ManifestFiles(final Path folder) {
		this.folder = folder;
	}

	Path of(final Shard shard) {
		return folder.resolve(
			shard.equals(Shard.WHOLE) ? WHOLE : NAME + "-" + shard.index() + "-of-" + shard.count() + ".jsonl");
	}

	/** Returns the name of a manifest with the lines of a part of a run's time. */
	public static String partName(final long run, final int part) {
		return NAME + "-run" + run + "-" + part + ".jsonl";
	}

	/** Returns the manifests with the lines of parts of a run's time. */
	public List<Path> parts() {
		return all().stream().filter(file -> PARTS.matcher(file.getFileName().toString()).matches()).toList();
	}

	/** Returns whether there are any, that is, whether a run has derained into the folder. */
	public boolean exist() {
		return !all().isEmpty();
	}

	/** Returns the manifests that exist and those that a run writes. No other file may be written under these names. */
	public Set<Path> taken(final Shard shard) {
		final Set<Path> files = new TreeSet<>(all());
		files.add(of(Shard.WHOLE));
		files.add(of(shard));
		return files;
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

	/** @throws DrsformerException if something that is not a file has the name of a manifest */
	void check(final Shard shard) {
		checked(of(Shard.WHOLE));
		checked(of(shard));
	}

	/** Opening a pipe or reading a device could take forever. */
	private static Path checked(final Path file) {
		if (Files.exists(file) && !Files.isRegularFile(file))
			throw new DrsformerException(
				file + " has the name of a manifest but is not a file; remove it, or choose another output folder.");
		return file;
	}

	/**
	 * Returns the last entry of each result, by the name of the result.
	 *
	 * @throws DrsformerException if a manifest cannot be read, or is damaged in a way that no killed run leaves behind
	 */
	public Map<String, ManifestEntry> read() {
		final Map<String, ManifestEntry> entries = new HashMap<>();
		for (final Path file : all())
			read(file).forEach((name, entry) -> entries.merge(name, entry, ManifestEntry::later));
		return entries;
	}

	private Map<String, ManifestEntry> read(final Path file) {
		// the order of the lines counts: the clock may have been set back between them
		final Map<String, ManifestEntry> entries = new HashMap<>();
		final OpenFolders.Reader lines = opened -> BoundedLines.read(opened, line -> put(parse(line), entries));
		try {
			if (RemoteStorage.of(file).isPresent())
				readRemote(file, entries);
			else if (file.equals(of(Shard.WHOLE)))
				OpenFolders.read(file, lines);
			else
				OpenFolders.readAlone(file, lines);
		}
		catch (final LongLineException damaged) {
			throw new DrsformerException("The manifest " + file + " is damaged (" + damaged.getMessage() +
				"); remove that line, or remove the manifest to process all files again.", damaged);
		}
		catch (final IOException failure) {
			throw new DrsformerException("The manifest " + file + " cannot be read (" + failure.getMessage() +
				"); check that you may read it, or remove it to process all files again.", failure);
		}
		return entries;
	}

	private static void readRemote(final Path file, final Map<String, ManifestEntry> entries) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			BoundedLines.read(in, line -> put(parse(line), entries));
		}
	}

	private static void put(final ManifestEntry entry, final Map<String, ManifestEntry> entries) {
		if (entry != null)
			entries.put(entry.output(), entry);
	}

	/** Returns null for an incomplete line, as a killed run leaves it; its file is processed again. */
	private static ManifestEntry parse(final String line) {
		try {
			final ManifestEntry entry = GSON.fromJson(line, ManifestEntry.class);
			return entry != null && entry.isWhole() ? entry : null;
		}
		catch (final JsonParseException half) {
			return null;
		}
	}

	/** Returns an entry as a line. */
	public static String format(final ManifestEntry entry) {
		return GSON.toJson(entry) + "\n";
	}
}
