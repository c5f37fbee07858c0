package org.drsformer.derain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.image.FileStack;
import org.drsformer.image.ImageFiles;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

/** A folder of TIFF files, one for each plane: {@code name-0001.tif} and so on. If planes are missing, all are deleted. */
final class PlaneFiles {

	private final Path folder;
	private final String name;
	private final Calibration calibration;
	private final List<Path> files = new ArrayList<>();
	private final List<String> labels = new ArrayList<>();
	private ImageProcessor first;
	private boolean finished;

	/** @param title an image's, for the names of the files */
	PlaneFiles(final Path folder, final String title, final Calibration calibration) {
		this.folder = folder;
		final String stem = title.contains(".") ? title.substring(0, title.lastIndexOf('.')) : title;
		name = stem.replaceAll("[/\\\\:*?\"<>|]", "_");
		this.calibration = calibration;
	}

	/** @throws DrsformerException if the folder cannot be made */
	void begin() {
		try {
			Files.createDirectories(folder);
		}
		catch (final IOException failure) {
			throw new DrsformerException("The folder " + folder + " cannot be made; choose another place for the result, or the" +
				" name of a .tif file.", failure);
		}
	}

	/** @throws DrsformerException if the file cannot be written */
	void add(final String label, final ImageProcessor plane) {
		if (first == null)
			first = plane;
		final Path file = folder.resolve(name + String.format(Locale.ROOT, "-%04d.tif", files.size() + 1));
		final ImagePlus image = new ImagePlus(label == null ? file.getFileName().toString() : label, plane);
		image.setCalibration(calibration);
		files.add(file);
		labels.add(label);
		ImageFiles.write(image, file);
	}

	/** The planes with their labels. */
	FileStack finish() {
		finished = true;
		final FileStack stack = new FileStack(first, files);
		for (int i = 0; i < labels.size(); i++)
			stack.setSliceLabel(labels.get(i), i + 1);
		return stack;
	}

	void close() {
		if (!finished)
			files.forEach(file -> file.toFile().delete());
	}
}
