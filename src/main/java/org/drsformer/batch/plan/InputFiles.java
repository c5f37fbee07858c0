package org.drsformer.batch.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.drsformer.DrsformerException;
import org.drsformer.batch.job.FileFailure;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.manifest.ManifestFiles;
import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.batch.settings.NameFilter;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.ImageFolder;
import org.drsformer.image.file.ImageTree;
import org.drsformer.io.PathText;

/** The image files that a list of files and folders stands for, and the places of their results. */
public final class InputFiles {

	/** In bytes; what file systems allow. */
	private static final int LONGEST_NAME = 255;

	private final BatchSettings settings;

	/** The names of the results in the output folder that the manifest knows. */
	private final Set<String> results;

	/** Whether each folder gets a subfolder for its results: files of two folders may have the same names. */
	private final boolean severalFolders;

	private final List<FileJob> jobs = new ArrayList<>();
	private final List<FileFailure> failures = new ArrayList<>();
	private final List<String> notes = new ArrayList<>();

	public InputFiles(final BatchSettings settings, final Set<String> results) {
		this.settings = settings;
		this.results = results;
		severalFolders = settings.inputs().stream().filter(Files::isDirectory).count() > 1;
		settings.inputs().forEach(this::add);
	}

	/** Returns the files in the order in which they were given; those of a folder in natural order. */
	public List<FileJob> jobs() {
		return jobs;
	}

	/** Returns the inputs that do not exist, cannot be read, or have no images. */
	public List<FileFailure> failures() {
		return failures;
	}

	/** Returns sentences about what was left out although nothing failed. */
	public List<String> notes() {
		return notes;
	}

	private void add(final Path input) {
		if (Files.isDirectory(input))
			addFolder(input);
		else if (Files.exists(input, LinkOption.NOFOLLOW_LINKS))
			addFile(input, settings::output);
		else
			fail(input, "There is no file or folder " + input + ".");
	}

	private void fail(final Path path, final String sentence) {
		failures.add(FileFailure.of(path, sentence));
	}

	/** @param place gives the folder of the result */
	private void addFile(final Path file, final Supplier<Path> place) {
		try {
			final Path output = place.get().resolve(outputName(file));
			final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
			final String name = settings.output().relativize(output).toString().replace('\\', '/');
			jobs.add(new FileJob(file, output, name, attributes.size(),
				attributes.lastModifiedTime().toInstant().toString()));
		}
		catch (final DrsformerException failure) {
			fail(file, failure.getMessage());
		}
		catch (final IOException failure) {
			fail(file, Files.isSymbolicLink(file)
				? "The file " + file + " is a link to a file that does not exist; correct or remove the link."
				: "The file " + file + " cannot be accessed; check that it exists and that you may read its folder.");
		}
	}

	private String outputName(final Path file) {
		PathText.check(file);
		final String name = settings.outputs().of(file);
		if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME)
			throw new DrsformerException("The result for " + file + " would have a name of more than " + LONGEST_NAME +
				" bytes, which file systems do not allow; rename the file, or shorten the suffix.");
		return name;
	}

	private Path outputOf(final Path folder) {
		final Path name = folder.toAbsolutePath().normalize().getFileName();
		return severalFolders && name != null ? resolve(settings.output(), name) : settings.output();
	}

	private void addFolder(final Path folder) {
		final List<Path> images = images(folder);
		if (images == null)
			return;
		final boolean own = isOutput(folder);
		int meant = 0;
		for (final Path image : images) {
			final Path below = folder.relativize(image);
			if (!settings.names().accepts(below) || own && results.contains(below.toString().replace('\\', '/')))
				continue;
			meant++;
			addFile(image, () -> resolve(outputOf(folder), below).getParent());
		}
		if (meant == 0)
			fail(folder,
				"The folder " + folder + " has no images" +
					(settings.names().equals(NameFilter.ALL) ? " in it" : " with such names in it") + "; " +
					ImageFiles.KINDS + " files " +
					(settings.recursive() ? "anywhere inside of it" : "directly inside of it") + " would be derained.");
	}

	/**
	 * Returns a path in a folder, which may be in another file system than the path.
	 *
	 * @throws DrsformerException if that one cannot have such a name
	 */
	private static Path resolve(final Path folder, final Path below) {
		if (folder.getFileSystem().equals(below.getFileSystem()))
			return folder.resolve(below);
		Path place = folder;
		try {
			for (final Path name : below)
				place = place.resolve(name.toString());
		}
		catch (final InvalidPathException impossible) {
			throw PathText.refused(impossible);
		}
		return place;
	}

	/** Returns the images of a folder; null if the folder cannot be read. */
	private List<Path> images(final Path folder) {
		try {
			if (!settings.recursive())
				return ImageFolder.images(folder);
			final ImageTree tree = ImageTree.of(folder, settings.output(), InputFiles::ofAnotherRun);
			tree.failures().forEach(failure -> fail(folder, failure.getMessage()));
			notes.addAll(tree.notes());
			return tree.images().isEmpty() && !tree.failures().isEmpty() ? null : tree.images();
		}
		catch (final DrsformerException failure) {
			fail(folder, failure.getMessage());
			return null;
		}
	}

	/** Returns a note if a folder has results of another run, which would be derained again otherwise. */
	private static Optional<String> ofAnotherRun(final Path folder) {
		return new ManifestFiles(folder).exist()
			? Optional.of("The folder " + folder +
				" has results of another run and was left out; name it as an input to derain them again.")
			: Optional.empty();
	}

	private boolean isOutput(final Path folder) {
		try {
			return Files.exists(settings.output()) && Files.isSameFile(folder, settings.output());
		}
		catch (final IOException failure) {
			throw new DrsformerException("The folder " + folder + " cannot be accessed; check that you may read it.",
				failure);
		}
	}
}
