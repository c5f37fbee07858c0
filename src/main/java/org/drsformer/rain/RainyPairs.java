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
 * Makes pairs of rainy and clean images from clean image files and folders. Training and evaluation accept these pairs:
 * {@code input/NAME.png} with rain and {@code target/NAME.png} without. Stacks and 32-bit images, which PNG cannot
 * hold, become {@code NAME.tif}.
 */
public final class RainyPairs {

	private final CleanFiles clean;
	private final Path folder;

	private RainyPairs(final CleanFiles clean, final Path folder) {
		this.clean = clean;
		this.folder = folder;
	}

	/**
	 * Returns the plan of a run; writes nothing.
	 *
	 * @param inputs clean image files and folders; only the images directly inside a folder count. Missing and
	 *        unreadable files, and images of the same name, become failures of the run.
	 * @param folder the folder in which the folders input and target are made
	 * @throws DrsformerException if the folder is a file, or if a clean image lies where pairs would be written
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
	 * Makes one pair after the other, goes on after a bad image, and returns the number of pairs made. The rain of an
	 * image depends on its name and the seed, not on the other images.
	 *
	 * @throws DrsformerException if the output folder cannot be made or written to
	 * @throws java.util.concurrent.CancellationException if the listener cancels the run; finished pairs stay
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

	/**
	 * Writes both images of a pair or none, and returns the rainy file. A failure leaves the files of an earlier run as
	 * they were: training cannot use a single image, or two that do not belong together.
	 */
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
