package org.drsformer.cli.train;

import java.io.PrintWriter;
import java.util.Locale;

import org.drsformer.Progress;
import org.drsformer.cli.console.BatchConsole;
import org.drsformer.cli.console.ScoreText;
import org.drsformer.train.StepReport;
import org.drsformer.train.Training;
import org.drsformer.train.TrainingListener;
import org.drsformer.train.data.ValidationScore;

/** Shows a training on the console: a line that stays for every validation, and a line that changes. */
final class TrainConsole implements TrainingListener {

	private final BatchConsole console;

	/** The progress of the training when it was started; the steps before took none of the time since. */
	private double before;

	TrainConsole(final PrintWriter err) {
		console = new BatchConsole(err);
	}

	void cancelOnExit() {
		console.cancelOnExit();
	}

	void finished() {
		console.finished();
	}

	/** Returns the progress of checking the images, whose time says nothing about the time of the training. */
	Progress checking() {
		return fraction -> console.update(0);
	}

	void started(final Training training) {
		before = (double) training.stepsTaken() / training.settings().recipe().steps();
		console.say(String.format(Locale.ROOT, "%s: learning from %d image%s, validating with %d%s",
			training.settings().configuration().describe(), training.trainingImages(),
			training.trainingImages() == 1 ? "" : "s", training.validationImages(),
			training.stepsTaken() == 0 ? "" : ", from step " + training.stepsTaken() + " on"));
		training.warning().ifPresent(warning -> console.say("Warning: " + warning));
	}

	@Override
	public void update(final double fraction) {
		console.update((fraction - before) / (1 - before));
	}

	@Override
	public void reported(final StepReport report) {
		final String text = report.isStart() ? "before the first step"
			: String.format(Locale.ROOT, "step %d of %d, loss %.4f", report.step(), report.steps(), report.loss());
		console.subject(text);
		if (report.validation() != null)
			console.say(text + ", " + text(report.validation()));
		if (report.ordinary() != null)
			console.note("ordinary rain: " + text(report.ordinary()));
	}

	/** Returns a text such as {@code PSNR-Y 13.20 -> 24.51 dB, SSIM-Y 0.3412 -> 0.7302}. */
	static String text(final ValidationScore score) {
		return "PSNR-Y " + ScoreText.psnr(score.rainyPsnr()) + " -> " + ScoreText.psnr(score.psnr()) + " dB, SSIM-Y " +
			ScoreText.ssim(score.rainySsim()) + " -> " + ScoreText.ssim(score.ssim());
	}
}
