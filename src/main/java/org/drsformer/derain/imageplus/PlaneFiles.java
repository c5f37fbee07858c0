package org.drsformer.derain.imageplus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.FileStack;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.io.FileRoles;
import org.drsformer.io.PendingFiles;
import org.drsformer.io.WholeFile;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * A folder of TIFF files, one for each plane: {@code name-0001.tif} and so on. If planes are missing, the folder stays
 * as it was before.
 */
final class PlaneFiles {

	private final ImagePlus rainy;
	private final Path folder;
	private final String name;
	private final List<Path> files = new ArrayList<>();
	private final List<String> labels = new ArrayList<>();
	private ImageProcessor first;
	private PendingFiles pending;

	/**
	 * @param rainy gives the calibration, and the files that may not be replaced
	 * @param title the title of an image, for the names of the files
	 */
	PlaneFiles(final ImagePlus rainy, final Path folder, final String title) {
		this.rainy = rainy;
		this.folder = folder;
		final String stem = title.contains(".") ? title.substring(0, title.lastIndexOf('.')) : title;
		name = stem.replaceAll("[/\\\\:*?\"<>|]", "_");
	}

	/** @throws DrsformerException if the folder cannot be made, or the image came from a file that would be replaced */
	void begin(final int planes) {
		final FileRoles roles = ImageSources.of(rainy);
		for (int i = 1; i <= planes; i++)
			roles.writes("a plane of the result", file(i));
		try {
			WholeFile.createFolders(folder);
			pending = PendingFiles.in(folder);
		}
		catch (final IOException failure) {
			throw new DrsformerException("The folder " + folder +
				" cannot be made; choose another place for the result, or the name of a .tif file.", failure);
		}
	}

	/** Returns the file of the first plane. */
	Path first() {
		return file(1);
	}

	private Path file(final int number) {
		return folder.resolve(name + String.format(Locale.ROOT, "-%04d.tif", number));
	}

	/** @throws DrsformerException if the file cannot be written */
	void add(final String label, final ImageProcessor plane) {
		if (first == null)
			first = plane;
		final Path file = file(files.size() + 1);
		final ImagePlus image = new ImagePlus(label == null ? file.getFileName().toString() : label, plane);
		image.setCalibration(rainy.getCalibration());
		files.add(file);
		labels.add(label);
		ImageFiles.write(image, pending.of(file));
	}

	/** Gives all files their names, and returns the planes with their labels. */
	FileStack finish() {
		pending.finish();
		final FileStack stack = new FileStack(first, files);
		for (int i = 0; i < labels.size(); i++)
			stack.setSliceLabel(labels.get(i), i + 1);
		return stack;
	}

	void close() {
		if (pending != null)
			pending.close();
	}
}
