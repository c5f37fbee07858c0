package org.drsformer.train;

import java.util.Map;
import java.util.Optional;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.image.file.ImageFolder;
import org.drsformer.io.FileRoles;
import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;
import org.drsformer.network.configuration.Layout;
import org.drsformer.train.data.TrainingSet;
import org.drsformer.train.learner.FreshWeights;
import org.drsformer.train.learner.LearnerState;

/**
 * Trains a network:
 *
 * <pre>
 * Training training = Training.plan(settings, RunSettings.of(folder), Progress.NONE);
 * TrainingSummary summary = training.run(TrainingListener.NONE);
 * </pre>
 *
 * {@link #plan} finds everything that can be wrong with the settings and the images, before the first step.
 */
public final class Training {

	private final TrainingSettings settings;
	private final RunSettings run;
	private final TrainingState state;
	private final TrainingSet trainingSet;
	private final TrainingFiles files;
	private final boolean resumed;

	private Training(final TrainingState state, final RunSettings run, final TrainingSet trainingSet,
		final TrainingFiles files, final boolean resumed)
	{
		settings = state.settings();
		this.run = run;
		this.state = state;
		this.trainingSet = trainingSet;
		this.files = files;
		this.resumed = resumed;
	}

	/**
	 * Returns a new training.
	 *
	 * @param progress follows the reading and checking of all images
	 * @throws DrsformerException with one sentence if something is wrong with the settings or the images
	 */
	public static Training plan(final TrainingSettings settings, final RunSettings run, final Progress progress) {
		checkChannels(settings);
		settings.recipe().gradient().checkFrozen(Layout.of(settings.configuration()).keySet());
		final Map<String, Tensor> start = start(settings);
		final TrainingSet trainingSet = TrainingSet.load(settings.data(), settings.recipe(),
			settings.configuration().inputChannels(), progress);
		checkRoles(settings, new TrainingFiles(run.output()));
		final TrainingFiles files = TrainingFiles.create(run.output());
		return new Training(new TrainingState(settings, LearnerState.start(settings.configuration(), start),
			Double.NEGATIVE_INFINITY, 0), run, trainingSet, files, false);
	}

	/**
	 * Returns a training that was stopped, to continue from its last checkpoint with the same settings.
	 *
	 * @throws DrsformerException with one sentence if there is no such training, or something is wrong with its images
	 *         now
	 */
	public static Training resume(final RunSettings run, final Progress progress) {
		final TrainingFiles files = new TrainingFiles(run.output());
		final TrainingState state = TrainingState.read(files.state());
		if (state.learner().steps() >= state.settings().recipe().steps())
			throw new DrsformerException("The training in " + run.output() + " has taken all of its " +
				state.settings().recipe().steps() + " steps; to train on, start a new one from its best.pth.");
		files.prepare();
		final TrainingSet trainingSet = TrainingSet.load(state.settings().data(), state.settings().recipe(),
			state.settings().configuration().inputChannels(), progress);
		return new Training(state, run, trainingSet, files, true);
	}

	/** Checks that the training overwrites neither images nor weights that it learns from. */
	private static void checkRoles(final TrainingSettings settings, final TrainingFiles files) {
		final FileRoles roles = new FileRoles();
		if (settings.from() != null)
			ModelLibrary.ofUser()
				.find(settings.from())
				.file()
				.ifPresent(file -> roles.reads("the model to start from", file));
		settings.data().folders().forEach(folder -> ImageFolder.images(folder).forEach(file -> {
			roles.reads("an image to learn from", file);
			files.sampleLike(file).ifPresent(sample -> roles.writes("a sample", sample));
		}));
		roles.writes("the best weights", files.best())
			.writes("the last weights", files.last())
			.writes("the state", files.state())
			.writes("the log", files.log());
	}

	private static void checkChannels(final TrainingSettings settings) {
		final int channels = settings.configuration().inputChannels();
		if (channels != 1 && channels != 3)
			throw new DrsformerException(
				"Networks of " + channels + " channels cannot be validated; train one for 1 (gray) or 3 (RGB).");
	}

	private static Map<String, Tensor> start(final TrainingSettings settings) {
		if (settings.from() == null)
			return FreshWeights.of(settings.configuration(), settings.recipe().seed());
		final Model model = ModelLibrary.ofUser().find(settings.from());
		if (!model.configuration().equals(settings.configuration()))
			throw new DrsformerException(
				"The checkpoint " + model.location() + " has another size than the network that is to" +
					" be trained; it has " + model.configuration().unlike(settings.configuration()) +
					". Leave out the options of its size, or start from another checkpoint.");
		return model.checkpoint().tensors();
	}

	public TrainingSettings settings() {
		return settings;
	}

	/** Returns the number of steps that were taken before this run. */
	public long stepsTaken() {
		return state.learner().steps();
	}

	/** Returns a sentence if the images to validate with are among those to learn from. */
	public Optional<String> warning() {
		return trainingSet.overlap();
	}

	/** Returns the number of images to learn from. */
	public int trainingImages() {
		return trainingSet.training().size();
	}

	/** Returns the number of images for validation. */
	public int validationImages() {
		return trainingSet.validation().size();
	}

	/**
	 * Trains, on this thread and the threads of the engine. May be called once.
	 *
	 * @throws DrsformerException if the loss becomes NaN, a file cannot be written, or memory runs out; the last good
	 *         state stays in the folder
	 * @throws java.util.concurrent.CancellationException if the listener cancels; the best and the last weights and the
	 *         state are in the folder
	 */
	public TrainingSummary run(final TrainingListener listener) {
		try (TrainingRun running = new TrainingRun(state, run, trainingSet, files, resumed, listener)) {
			return running.run();
		}
	}
}
