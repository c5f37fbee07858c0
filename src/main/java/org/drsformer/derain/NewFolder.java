package org.drsformer.derain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.drsformer.Aside;
import org.drsformer.DrsformerException;
import org.drsformer.FileRoles;
import org.drsformer.WholeFile;
import org.drsformer.image.FileStack;
import org.drsformer.image.ImageFiles;
import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.ImagePlusFrames;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * A folder of TIFF files, one for each plane, called {@code cat-derained-0001.tif} for {@code cat.png}, and opened as a
 * virtual stack. They get their names when all are there: if planes are missing, those of an earlier result stay.
 */
public final class NewFolder implements ImageTarget {

	private final ImagePlus rainy;
	private final Path folder;
	private final String title;
	private final List<Path> files = new ArrayList<>();
	private ImageProcessor first;
	private Aside aside;

	public NewFolder(final ImagePlus rainy, final Path folder) {
		this.rainy = rainy;
		this.folder = folder;
		title = ImagePlusCopy.title(rainy.getTitle(), "-derained");
	}

	/** @throws DrsformerException if the folder cannot be made, or the image came from a file that would be replaced */
	@Override
	public void begin(final ImagePlusFrames frames) {
		final FileRoles roles = ImageSources.of(rainy);
		for (int i = 1; i <= frames.count() * frames.labels(0).size(); i++)
			roles.writes("a plane of the result", folder.resolve(name(i)));
		try {
			WholeFile.createFolders(folder);
			aside = Aside.in(folder);
		}
		catch (final IOException failure) {
			throw new DrsformerException("The folder " + folder + " cannot be made; choose another place for the result, or the" +
				" name of a .tif file.", failure);
		}
	}

	/** @throws DrsformerException if the file cannot be written */
	@Override
	public void add(final String label, final ImageProcessor plane) {
		if (first == null)
			first = plane;
		final Path file = folder.resolve(name(files.size() + 1));
		final ImagePlus image = new ImagePlus(label == null ? file.getFileName().toString() : label, plane);
		image.setCalibration(rainy.getCalibration());
		files.add(file);
		ImageFiles.write(image, aside.of(file));
	}

	private String name(final int number) {
		final String stem = title.contains(".") ? title.substring(0, title.lastIndexOf('.')) : title;
		return "%s-%04d.tif".formatted(stem.replaceAll("[/\\\\:*?\"<>|]", "_"), number);
	}

	@Override
	public ImagePlus finish(final ImagePlusFrames frames) {
		aside.finish();
		final FileStack stack = new FileStack(first, files);
		int number = 0;
		for (int frame = 0; frame < frames.count(); frame++)
			for (final String label : frames.labels(frame))
				stack.setSliceLabel(label, ++number);
		return ImagePlusCopy.of(rainy, title, frames, stack);
	}

	@Override
	public void close() {
		if (aside != null)
			aside.close();
	}
}
