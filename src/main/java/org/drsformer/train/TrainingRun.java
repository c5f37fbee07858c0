package org.drsformer.train;

import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.drsformer.DrsformerException;
import org.drsformer.engine.Torch;
import org.drsformer.image.FrameTensor;
import org.drsformer.train.data.CropBatch;
import org.drsformer.train.data.CropBatches;
import org.drsformer.train.data.Pair;
import org.drsformer.train.data.Sample;
import org.drsformer.train.data.TrainingSet;
import org.drsformer.train.data.ValidationScore;
import org.drsformer.train.data.ValidationSet;
import org.drsformer.train.learner.Learner;
import org.drsformer.train.learner.LearnerState;
import org.drsformer.train.learner.StepResult;
import org.drsformer.train.recipe.Recipe;

/** The loop of a training: batch, step, report, validation, checkpoint. */
final class TrainingRun implements AutoCloseable {

	private static final double NANOS = 1e9;
	private static final double SECONDS = 60;

	/** Reports between two validations. */
	private static final long REPORTS = 10;

	private final TrainingSettings settings;
	private final Recipe recipe;
	private final RunSettings run;
	private final TrainingFiles files;
	private final TrainingListener listener;
	private final TrainingLog log;
	private final Learner learner;
	private final CropBatches batches;
	private final ValidationSet validation;
	/** The same images in ordinary rain; null if none is kept. */
	private final ValidationSet ordinary;
	private final WeightsNote note;
	private final Averages averages = new Averages();
	private final double secondsBefore;
	private final long start = System.nanoTime();
	private long saved = start;
	/** Whether there was a validation after the last checkpoint. */
	private boolean validated;
	private double bestPsnr;
	private ValidationScore bestScore;

	/** Means over the steps since the last report. */
	private static final class Averages {

		private double loss;
		private double norm;
		private int count;

		void add(final StepResult result) {
			loss += result.loss();
			norm += result.gradientNorm();
			count++;
		}

		void clear() {
			loss = 0;
			norm = 0;
			count = 0;
		}
	}

	TrainingRun(final TrainingState state, final RunSettings run, final TrainingSet trainingSet,
		final TrainingFiles files, final boolean resumed, final TrainingListener listener)
	{
		settings = state.settings();
		recipe = settings.recipe();
		this.run = run;
		this.files = files;
		this.listener = listener;
		bestPsnr = state.bestPsnr();
		secondsBefore = state.seconds();
		final boolean keeps = settings.data().keep() > 0;
		log = resumed ? TrainingLog.resume(files.log(), keeps, state.learner().steps())
			: TrainingLog.create(files.log(), keeps);
		validation = new ValidationSet(trainingSet.validation(), settings.data(), recipe, settings.configuration());
		ordinary = keeps ? ValidationSet.ofOrdinaryRain(trainingSet.validation(), recipe, settings.configuration())
			: null;
		note = new WeightsNote(settings, trainingSet);
		batches = new CropBatches(trainingSet.training(), settings.data(), recipe,
			settings.configuration().inputChannels());
		Torch.expectTraining();
		learner = new Learner(settings.configuration(), state.learner(), recipe, run.device(), run.processors());
	}

	TrainingSummary run() {
		Torch.setThreads(run.processors());
		try {
			if (learner.steps() == 0 && settings.from() != null)
				validate(0);
			for (long step = learner.steps(); step < recipe.steps(); step++) {
				listener.update((double) step / recipe.steps());
				step(step);
			}
			save(learner.state());
			listener.update(1);
		}
		catch (final CancellationException cancelled) {
			save(learner.state());
			throw cancelled;
		}
		return new TrainingSummary(files.best(), files.last(), learner.steps(), seconds(), bestScore);
	}

	/**
	 * Takes a step. A due checkpoint saves the state before the step, once the step has shown that the state is good.
	 */
	private void step(final long step) {
		final LearnerState before = isCheckpointDue() ? learner.state() : null;
		final CropBatch batch = batches.at(step);
		final StepResult result = learner.step(batch, recipe.schedule().at(step));
		if (!result.isFinite())
			throw notFinite(step);
		if (before != null)
			save(before);
		averages.add(result);
		final long taken = step + 1;
		if (taken % recipe.validateEvery() == 0 || taken == recipe.steps())
			validate(taken);
		else if (taken % Math.max(1, recipe.validateEvery() / REPORTS) == 0)
			report(taken, null, null);
	}

	private boolean isCheckpointDue() {
		return validated || (System.nanoTime() - saved) / NANOS > SECONDS * run.minutes();
	}

	private DrsformerException notFinite(final long step) {
		final String kept = Files.exists(files.state()) ? "; the last good state is in " + files.folder() + "." : ".";
		return new DrsformerException(
			"The loss of step " + (step + 1) + " is no longer a number (NaN), so the training was stopped" + kept +
				" Start again with a lower learning rate, or from other weights.");
	}

	/**
	 * Validates the averaged weights. The weights to start from count as well: learnt weights must be better to be
	 * best.
	 */
	private void validate(final long taken) {
		final LearnerState state = learner.state();
		final List<FrameTensor> derained = derain(validation, state, taken);
		final ValidationScore score = validation.score(derained);
		note.validated(taken, score);
		final Pair first = validation.pairs().get(0);
		final Sample sample = new Sample(first.rainy(), derained.get(0), first.clean());
		files.writeSample(sample, taken);
		if (score.psnr() > bestPsnr) {
			bestPsnr = score.psnr();
			bestScore = score;
			files.writeWeights(files.best(), state, note.text(taken));
		}
		validated = taken > 0;
		report(taken, score, ordinary == null ? null : ordinary.score(derain(ordinary, state, taken)));
		listener.sampled(sample.image());
	}

	private List<FrameTensor> derain(final ValidationSet set, final LearnerState state, final long taken) {
		final double fraction = (double) taken / recipe.steps();
		return set.derain(state.tensors().split(state.ema()).tensors(), learner.manager(), run.processors(),
			within -> listener.update(fraction));
	}

	private void report(final long taken, final ValidationScore score, final ValidationScore ofOrdinary) {
		final long last = Math.max(0, taken - 1);
		final StepReport report = new StepReport(taken, recipe.steps(), averages.loss / averages.count,
			averages.norm / averages.count, recipe.schedule().at(last),
			recipe.patches().at(last, recipe.steps()).size(), seconds(), score, ofOrdinary);
		averages.clear();
		log.add(report);
		listener.reported(report);
	}

	private void save(final LearnerState state) {
		new TrainingState(settings, state, bestPsnr, seconds()).write(files.state());
		files.writeWeights(files.last(), state, note.text(state.steps()));
		saved = System.nanoTime();
		validated = false;
	}

	private double seconds() {
		return secondsBefore + (System.nanoTime() - start) / NANOS;
	}

	@Override
	public void close() {
		batches.close();
		learner.close();
	}
}
