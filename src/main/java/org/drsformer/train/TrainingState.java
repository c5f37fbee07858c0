package org.drsformer.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.TorchReader;
import org.drsformer.checkpoint.TorchWriter;
import org.drsformer.network.configuration.Layout;
import org.drsformer.train.learner.FlatTensors;
import org.drsformer.train.learner.LearnerState;

/**
 * All that is needed to continue a training. Its file is an official checkpoint with some more entries.
 *
 * @param settings the settings of the training
 * @param learner the state of the learner; everything random follows from the seed and the number of steps
 * @param bestPsnr the best PSNR of the validations so far, in dB; minus infinity before the first validation
 * @param seconds the time that the training has taken so far
 */
record TrainingState(TrainingSettings settings, LearnerState learner, double bestPsnr, double seconds) {

	/** @throws DrsformerException with one sentence if the file cannot be written */
	void write(final Path file) {
		final Map<String, Object> contents = new LinkedHashMap<>();
		contents.put("params", learner.tensors().split(learner.weights()));
		contents.put("params_ema", learner.tensors().split(learner.ema()));
		contents.put("exp_avg", learner.tensors().split(learner.firstMoment()));
		contents.put("exp_avg_sq", learner.tensors().split(learner.secondMoment()));
		contents.put("iteration", learner.steps());
		contents.put("best_psnr", bestPsnr);
		contents.put("seconds", seconds);
		contents.put("settings", settings.text());
		TorchWriter.write(file, contents);
	}

	/** @throws DrsformerException with one sentence if the file does not exist, or holds something else */
	static TrainingState read(final Path file) {
		if (!Files.isRegularFile(file))
			throw new DrsformerException("There is no training to continue: the file " + file +
				" is missing; name the folder of a training, or start a new one.");
		return of(new StateEntries(file, TorchReader.read(file)));
	}

	static TrainingState of(final StateEntries entries) {
		final TrainingSettings settings = settings(entries);
		final FlatTensors tensors = new FlatTensors(Layout.of(settings.configuration()));
		final LearnerState learner = new LearnerState(tensors, entries.count("iteration"),
			entries.values("params", tensors), entries.values("params_ema", tensors),
			entries.values("exp_avg", tensors), entries.values("exp_avg_sq", tensors));
		return new TrainingState(settings, learner, entries.number("best_psnr"), entries.number("seconds"));
	}

	private static TrainingSettings settings(final StateEntries entries) {
		final String text = entries.text("settings");
		try {
			return TrainingSettings.parse(text);
		}
		catch (final DrsformerException failure) {
			throw entries.wrong("its settings: " + failure.getMessage());
		}
	}
}
