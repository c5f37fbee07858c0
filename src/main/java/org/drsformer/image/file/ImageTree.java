package org.drsformer.image.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.drsformer.DrsformerException;

/** The image files of a folder and of all folders in it; links to folders are followed, hidden folders left out. */
public final class ImageTree {

	/** Left out: results that lie among the inputs are no inputs. */
	private final Path skipped;

	/** Why folders are left out that could be entered. */
	private final Function<Path, Optional<String>> others;

	/** From the root to the folder that is being looked at. */
	private final Deque<Path> above = new ArrayDeque<>();

	private final List<Path> images = new ArrayList<>();
	private final List<DrsformerException> failures = new ArrayList<>();
	private final List<String> notes = new ArrayList<>();

	private ImageTree(final Path skipped, final Function<Path, Optional<String>> others) {
		this.skipped = skipped;
		this.others = others;
	}

	/**
	 * @param folder where to begin
	 * @param skipped a folder that is left out if it is found below; need not exist
	 * @param others tells of a folder below in a sentence why it is left out; nothing if it is not
	 */
	public static ImageTree of(final Path folder, final Path skipped, final Function<Path, Optional<String>> others) {
		final ImageTree tree = new ImageTree(Files.exists(skipped) ? real(skipped) : skipped, others);
		tree.enter(folder);
		return tree;
	}

	/** Each folder's own images first, in natural order, then those of its folders. */
	public List<Path> images() {
		return images;
	}

	/** What folders could not be read. */
	public List<DrsformerException> failures() {
		return failures;
	}

	/** Sentences on what was left out though it could be read. */
	public List<String> notes() {
		return notes;
	}

	private static Path real(final Path folder) {
		try {
			return folder.toRealPath();
		}
		catch (final IOException failure) {
			throw new DrsformerException(
				"The folder " + folder + " cannot be found; check that you may read the folders above.", failure);
		}
	}

	private void enter(final Path folder) {
		try {
			final Path real = real(folder);
			if (above.contains(real)) {
				notes.add("The folder " + folder + " is a link to one that it lies in, and was not entered again.");
				return;
			}
			if (!above.isEmpty() && isLeftOut(folder, real))
				return;
			images.addAll(ImageFolder.images(folder));
			final List<Path> folders = folders(folder);
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

	private static List<Path> folders(final Path folder) {
		final List<Path> folders = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
			for (final Path entry : entries)
				if (Files.isDirectory(entry) && !Files.isHidden(entry))
					folders.add(entry);
		}
		catch (final IOException | DirectoryIteratorException failure) {
			throw new DrsformerException(
				"The folder " + folder + " cannot be read; check that you may read what is in it.", failure);
		}
		folders.sort(new NaturalOrder());
		return folders;
	}
}
