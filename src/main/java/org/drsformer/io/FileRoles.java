package org.drsformer.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.drsformer.DrsformerException;

/**
 * The roles of the files of a run. No file may be written that is also read, or that is also written in another role:
 *
 * <pre>
 * new FileRoles().reads("an input", input).writes("the report", report);
 * </pre>
 *
 * Files are compared by their real place: links do not matter, nor does the case of names where the system ignores it.
 */
public final class FileRoles {

	private record Role(Path file, String name, boolean written) {}

	/** The real folders, by the paths that were given. */
	private final Map<Path, Path> places = new HashMap<>();

	/** Existing folders, by the key that the system gives them. */
	private final Map<Object, Path> folders = new HashMap<>();

	private final Map<Path, List<Role>> roles = new HashMap<>();

	/** The folders that written files need, with one of these files each. */
	private final Map<Path, Role> above = new HashMap<>();

	/**
	 * Adds a file that is read.
	 *
	 * @param role such as "an input"
	 * @return this
	 * @throws DrsformerException if the file is also written
	 */
	public FileRoles reads(final String role, final Path file) {
		add(new Role(file, role, false));
		return this;
	}

	/**
	 * Adds a file that is written.
	 *
	 * @param role such as "the report"
	 * @return this
	 * @throws DrsformerException if the file has another role, or is needed as a folder
	 */
	public FileRoles writes(final String role, final Path file) {
		final Role added = new Role(file, role, true);
		add(added);
		for (Path folder = place(file).getParent(); folder != null; folder = folder.getParent()) {
			for (final Role other : roles.getOrDefault(sameName(folder), List.of()))
				if (other.written)
					throw conflict(other, "a folder for " + role);
			above.putIfAbsent(sameName(folder), added);
		}
		return this;
	}

	private void add(final Role added) {
		final Path key = sameName(place(added.file));
		final List<Role> there = roles.computeIfAbsent(key, name -> new ArrayList<>(1));
		for (final Role other : there)
			if ((added.written || other.written) && isSame(added, other))
				throw added.written ? conflict(added, other.name) : conflict(other, added.name);
		if (added.written && above.containsKey(key))
			throw conflict(added, "a folder for " + above.get(key).name);
		there.add(added);
	}

	private static DrsformerException conflict(final Role written, final String other) {
		return new DrsformerException("The file " + written.file + " cannot be " + written.name + ", because it is " +
			other + "; choose another name or folder.");
	}

	/** Returns whether a file has a role. */
	public boolean has(final Path file) {
		final Role asked = new Role(file, "", false);
		return roles.getOrDefault(sameName(place(file)), List.of()).stream().anyMatch(role -> isSame(role, asked));
	}

	/** Returns whether two files, whose names differ in case at most, are the same. */
	private boolean isSame(final Role one, final Role other) {
		if (place(one.file).equals(place(other.file)))
			return true;
		if (!Files.exists(one.file) || !Files.exists(other.file))
			return one.written && other.written;
		try {
			return Files.isSameFile(one.file, other.file);
		}
		catch (final IOException failure) {
			throw unreadable(one.file, failure);
		}
	}

	/** Folds the last name only, since the folders above it are known to be the same or not. */
	private static Path sameName(final Path place) {
		final Path name = place.getFileName();
		return name == null ? place
			: place.resolveSibling(Normalizer.normalize(name.toString().toLowerCase(Locale.ROOT), Normalizer.Form.NFC));
	}

	/**
	 * Returns the real place of a file, which need not exist. All paths to a file give the same place, apart from the
	 * case of its last name.
	 */
	public Path place(final Path file) {
		final Path absolute = file.toAbsolutePath();
		if (absolute.getFileName() == null || Files.isDirectory(absolute))
			return places.computeIfAbsent(absolute, this::folder);
		if (Files.isSymbolicLink(absolute) && Files.exists(absolute))
			return place(real(absolute));
		final Path parent = absolute.getParent();
		final Path known = places.get(parent);
		return (known == null ? newPlace(parent) : known).resolve(absolute.getFileName());
	}

	private Path newPlace(final Path folder) {
		final Path place = Files.exists(folder) ? folder(folder) : sameName(place(folder.normalize()));
		places.put(folder, place);
		return place;
	}

	private Path folder(final Path existing) {
		final Path real = real(existing);
		try {
			final Object key = Files.readAttributes(real, BasicFileAttributes.class).fileKey();
			return key == null ? real : folders.computeIfAbsent(key, unknown -> real);
		}
		catch (final IOException failure) {
			throw unreadable(existing, failure);
		}
	}

	private static Path real(final Path file) {
		try {
			return file.toRealPath();
		}
		catch (final IOException failure) {
			throw unreadable(file, failure);
		}
	}

	private static DrsformerException unreadable(final Path file, final IOException failure) {
		return new DrsformerException("The file " + file + " cannot be accessed; check that you may read its folder.",
			failure);
	}
}
