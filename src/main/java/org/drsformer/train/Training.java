package org.drsformer.train;

import java.util.Map;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.image.file.ImageFolder;
import org.drsformer.io.FileRoles;
import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;
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
 * Everything that can be wrong with the settings and the images is found out by {@link #plan}, before the first step.
 */
public final class Training {

	private final TrainingSettings settings;
	private final RunSettings run;
	private final TrainingState state;
	private final TrainingSet scenes;
	private final TrainingFiles files;
	private final boolean resumed;

	private Training(final TrainingState state, final RunSettings run, final TrainingSet scenes,
		final TrainingFiles files, final boolean resumed)
	{
		settings = state.settings();
		this.run = run;
		this.state = state;
		this.scenes = scenes;
		this.files = files;
		this.resumed = resumed;
	}

	/**
	 * A new training.
	 *
	 * @param progress of reading and checking all images
	 * @throws DrsformerException with one sentence if something is wrong with the settings or the images
	 */
	public static Training plan(final TrainingSettings settings, final RunSettings run, final Progress progress) {
		checkChannels(settings);
		final Map<String, Tensor> start = start(settings);
		final TrainingSet scenes = TrainingSet.load(settings.data(), settings.recipe(),
			settings.configuration().inputChannels(), progress);
		checkRoles(settings, new TrainingFiles(run.output()));
		final TrainingFiles files = TrainingFiles.create(run.output());
		return new Training(new TrainingState(settings, LearnerState.start(settings.configuration(), start),
			Double.NEGATIVE_INFINITY, 0), run, scenes, files, false);
	}

	/**
	 * A training that was stopped, to go on where its last checkpoint was, with the same settings.
	 *
	 * @throws DrsformerException with one sentence if there is none, or something is wrong with its images now
	 */
	public static Training resume(final RunSettings run, final Progress progress) {
		final TrainingFiles files = new TrainingFiles(run.output());
		final TrainingState state = TrainingState.read(files.state());
		if (state.learner().steps() >= state.settings().recipe().steps())
			throw new DrsformerException("The training in " + run.output() + " has taken all of its " +
				state.settings().recipe().steps() + " steps; to train on, start a new one from its best.pth.");
		files.prepare();
		final TrainingSet scenes = TrainingSet.load(state.settings().data(), state.settings().recipe(),
			state.settings().configuration().inputChannels(), progress);
		return new Training(state, run, scenes, files, true);
	}

	/** Neither images nor weights to learn from are overwritten. */
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
				"The checkpoint " + model.location() + " is of another size than the network that is to" +
					" be trained; it has " + model.configuration().unlike(settings.configuration()) +
					". Leave out the options of its size, or start from another checkpoint.");
		return model.checkpoint().tensors();
	}

	public TrainingSettings settings() {
		return settings;
	}

	/** Steps that were taken before. */
	public long stepsTaken() {
		return state.learner().steps();
	}

	/** Images to learn from. */
	public int trainingImages() {
		return scenes.training().size();
	}

	/** Images that were held out for validation. */
	public int validationImages() {
		return scenes.validation().size();
	}

	/**
	 * Trains, on this thread and those of the engine. May be called once.
	 *
	 * @throws DrsformerException if the loss becomes NaN, a file cannot be written, or memory runs out; the last good
	 *         state is kept
	 * @throws java.util.concurrent.CancellationException if the listener asks for it; best and last weights and the
	 *         state are kept
	 */
	public TrainingSummary run(final TrainingListener listener) {
		try (TrainingRun running = new TrainingRun(state, run, scenes, files, resumed, listener)) {
			return running.run();
		}
	}
}
