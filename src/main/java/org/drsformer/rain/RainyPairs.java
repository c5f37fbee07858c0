package org.drsformer.rain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.image.file.content.ReadTime;
import org.drsformer.io.FileRoles;
import org.drsformer.io.OutputFolder;
import org.drsformer.io.PendingFiles;

import ij.ImagePlus;

/**
 * Makes pairs of rainy and clean images out of clean files and folders of them, as training and evaluation take them:
 * {@code input/NAME.png} in the rain and {@code target/NAME.png} without. Stacks and images of 32 bits, which PNG does
 * not hold, become {@code NAME.tif}.
 */
public final class RainyPairs {

	private final CleanFiles clean;
	private final Path folder;

	private RainyPairs(final CleanFiles clean, final Path folder) {
		this.clean = clean;
		this.folder = folder;
	}

	/**
	 * Finds out what is to be done, before anything is.
	 *
	 * @param inputs clean image files, and folders whose images directly inside of them are meant; what is missing or
	 *        unreadable becomes a failure of the run, and so do images of the same name
	 * @param folder where the folders input and target are made
	 * @throws DrsformerException if an image lies where pairs would be written
	 */
	public static RainyPairs plan(final List<Path> inputs, final Path folder) {
		if (Files.exists(folder) && !Files.isDirectory(folder))
			throw new DrsformerException("The output folder " + folder + " is a file; name a folder.");
		final RainyPairs pairs = new RainyPairs(new CleanFiles(inputs), folder);
		final FileRoles places = new FileRoles();
		pairs.clean.files().values().forEach(file -> pairs.checkPlace(file, places));
		return pairs;
	}

	private void checkPlace(final Path file, final FileRoles places) {
		for (final Path written : List.of(rainyFolder(), cleanFolder()))
			if (Files.exists(written) && places.place(written).equals(places.place(file).getParent()))
				throw new DrsformerException("The clean image " + file + " lies in the folder " + written +
					", where pairs are written; choose another output folder.");
	}

	private Path rainyFolder() {
		return folder.resolve("input");
	}

	private Path cleanFolder() {
		return folder.resolve("target");
	}

	/**
	 * Makes one pair after the other, and goes on after a bad image. The rain of an image depends on its name and the
	 * seed, not on the images next to it.
	 *
	 * @return how many pairs were made
	 * @throws DrsformerException if the output folder cannot be made or written to
	 * @throws java.util.concurrent.CancellationException if the listener asks for it; the pairs so far stay
	 */
	public int run(final RainSynthesizer synthesizer, final PairsListener listener) {
		if (!clean.files().isEmpty()) {
			OutputFolder.create(rainyFolder());
			OutputFolder.create(cleanFolder());
		}
		clean.failures().forEach(listener::failed);
		int number = 0;
		int done = 0;
		for (final Map.Entry<String, Path> file : clean.files().entrySet()) {
			listener.started(file.getValue(), ++number, clean.files().size());
			final double count = clean.files().size();
			if (tryMake(file.getKey(), file.getValue(), synthesizer, listener,
				listener.part((number - 1) / count, number / count)))
				done++;
		}
		return done;
	}

	private boolean tryMake(final String name, final Path file, final RainSynthesizer synthesizer,
		final PairsListener listener, final Progress progress)
	{
		try {
			listener.done(file,
				make(name, ReadTime.USUAL.read(file, () -> ImageFiles.read(file)), synthesizer.named(name), progress));
			return true;
		}
		catch (final DrsformerException failure) {
			final String sentence = failure.getMessage();
			listener.failed(file, sentence.contains(file.toString()) ? sentence : file + ": " + sentence);
			return false;
		}
	}

	/** Both or none, or those of before: a single one would be in the way of training, and so would two that differ. */
	private Path make(final String name, final ImagePlus image, final RainSynthesizer synthesizer,
		final Progress progress)
	{
		final ImagePlus rain = ImagePlusRain.rainy(image, synthesizer, progress);
		final Path target = cleanFolder().resolve(name + ImageFiles.losslessEnding(image));
		final Path input = rainyFolder().resolve(target.getFileName());
		try (PendingFiles pending = PendingFiles.in(folder)) {
			ImageFiles.write(image, pending.of(target));
			ImageFiles.write(rain, pending.of(input));
			pending.finish();
		}
		return input;
	}
}
