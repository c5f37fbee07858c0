package org.drsformer.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.TorchWriter;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.io.WholeFile;
import org.drsformer.model.TrainingNote;
import org.drsformer.train.data.Sample;
import org.drsformer.train.learner.LearnerState;

/**
 * The files that a training leaves in its folder.
 * <ul>
 * <li>{@code best.pth}, {@code last.pth}: the weights ({@code params}) and their average ({@code params_ema}) of the
 * best validation and of the end. The best weights may be those that the training started from
 * <li>{@code state.pth}: all that is needed to continue
 * <li>{@code log.csv}: loss and scores
 * <li>{@code samples}: images before and after, one for each validation
 * </ul>
 */
record TrainingFiles(Path folder) {

	/**
	 * Makes the folder for a new training.
	 *
	 * @throws DrsformerException if the folder cannot be made or written to, or holds a training already
	 */
	static TrainingFiles create(final Path folder) {
		final TrainingFiles files = new TrainingFiles(folder);
		if (Files.exists(files.state()))
			throw new DrsformerException(
				"The folder " + folder + " holds a training already; resume it, or choose another folder.");
		files.prepare();
		return files;
	}

	/** @throws DrsformerException if nothing can be written into the folder */
	void prepare() {
		try {
			WholeFile.createFolders(samples());
			Files.delete(Files.createTempFile(folder, ".writable", ".part"));
			Files.delete(Files.createTempFile(samples(), ".writable", ".part"));
		}
		catch (final IOException failure) {
			throw new DrsformerException(
				"Nothing can be written into the folder " + folder + "; choose a folder where you may write.", failure);
		}
	}

	Path state() {
		return folder.resolve("state.pth");
	}

	Path best() {
		return folder.resolve("best.pth");
	}

	Path last() {
		return folder.resolve("last.pth");
	}

	Path log() {
		return folder.resolve("log.csv");
	}

	Path samples() {
		return folder.resolve("samples");
	}

	/**
	 * Writes the weights in the form of the official code, which can read them.
	 *
	 * @param note what is known about them
	 */
	void writeWeights(final Path file, final LearnerState state, final String note) {
		final Map<String, Object> contents = new LinkedHashMap<>();
		contents.put("params", state.tensors().split(state.weights()));
		contents.put("params_ema", state.tensors().split(state.ema()));
		contents.put("iteration", state.steps());
		contents.put(TrainingNote.ENTRY, note);
		TorchWriter.write(file, contents);
	}

	/** Returns the sample that a validation might write under the name of this image, if there is one. */
	Optional<Path> sampleLike(final Path image) {
		final String name = image.getFileName().toString();
		return name.matches("\\d{7,}\\.png") ? Optional.of(samples().resolve(name)) : Optional.empty();
	}

	/** Writes a sample of the validation after a step. */
	void writeSample(final Sample sample, final long step) {
		ImageFiles.write(sample.image(), samples().resolve(String.format(Locale.ROOT, "%07d.png", step)));
	}
}
