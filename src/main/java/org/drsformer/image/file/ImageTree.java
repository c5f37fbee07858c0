package org.drsformer.image.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.drsformer.DrsformerException;

/**
 * The image files of a folder and of all folders below it. Links to folders are followed; hidden folders are left out.
 */
public final class ImageTree {

	/** This folder is left out: results among the inputs are not inputs. */
	private final Path skipped;

	/** Tells why a folder that could be entered is left out. */
	private final Function<Path, Optional<String>> others;

	/** The folders from the root to the one that is being searched. */
	private final Deque<Path> above = new ArrayDeque<>();

	private final List<Path> images = new ArrayList<>();
	private final List<DrsformerException> failures = new ArrayList<>();
	private final List<String> notes = new ArrayList<>();

	private ImageTree(final Path skipped, final Function<Path, Optional<String>> others) {
		this.skipped = skipped;
		this.others = others;
	}

	/**
	 * Searches a folder and all folders below it.
	 *
	 * @param folder the root
	 * @param skipped a folder that is left out if it is below the root; need not exist
	 * @param others returns a sentence on why a folder below is left out; empty if it is not
	 */
	public static ImageTree of(final Path folder, final Path skipped, final Function<Path, Optional<String>> others) {
		final ImageTree tree = new ImageTree(Files.exists(skipped) ? real(skipped) : skipped, others);
		tree.enter(folder);
		return tree;
	}

	/** Searches a folder and all folders below it. */
	public static ImageTree of(final Path folder) {
		return of(folder, folder.resolve("."), below -> Optional.empty());
	}

	/** Returns the images: first those of a folder itself in natural order, then those of the folders in it. */
	public List<Path> images() {
		return images;
	}

	/** Returns the failures of the folders that could not be read. */
	public List<DrsformerException> failures() {
		return failures;
	}

	/** Returns sentences on what was left out although it could be read. */
	public List<String> notes() {
		return notes;
	}

	private static Path real(final Path folder) {
		try {
			return folder.toRealPath();
		}
		catch (final IOException failure) {
			throw new DrsformerException(
				"The folder " + folder + " cannot be found; check the permissions of the folders above it.", failure);
		}
	}

	private void enter(final Path folder) {
		try {
			final Path real = real(folder);
			if (above.contains(real)) {
				notes.add("The folder " + folder + " is a link to a folder above it and is not searched again.");
				return;
			}
			if (!above.isEmpty() && isLeftOut(folder, real))
				return;
			images.addAll(ImageFolder.images(folder));
			final List<Path> folders = ImageFolder.folders(folder);
			above.push(real);
			folders.forEach(this::enter);
			above.pop();
		}
		catch (final DrsformerException failure) {
			failures.add(failure);
		}
	}

	private boolean isLeftOut(final Path folder, final Path real) {
		if (real.equals(skipped))
			return true;
		final Optional<String> why = others.apply(folder);
		why.ifPresent(notes::add);
		return why.isPresent();
	}
}
