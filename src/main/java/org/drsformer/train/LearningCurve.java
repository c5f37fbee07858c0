package org.drsformer.train;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

import ij.gui.Plot;

/** Draws the progress of a training in ImageJ's plots: the loss, and the PSNR of the validation images. */
public final class LearningCurve {

	private static final Color LOSS = new Color(0x4a7fb5);
	private static final Color RAINY = new Color(0x999999);
	private static final Color DERAINED = new Color(0x2a8c4a);
	private static final Color ORDINARY = new Color(0xc07a2a);

	private final List<StepReport> reports = new ArrayList<>();

	public void add(final StepReport report) {
		reports.add(report);
	}

	/** Returns the plot of the loss over the steps, on a logarithmic scale. */
	public Plot loss() {
		final Plot plot = new Plot("Loss", "step", "loss");
		plot.setColor(LOSS);
		plot.setLineWidth(2);
		final List<StepReport> steps = reports.stream().filter(report -> !report.isStart()).toList();
		plot.add("line", steps.stream().mapToDouble(StepReport::step).toArray(),
			steps.stream().mapToDouble(StepReport::loss).toArray());
		plot.setAxisYLog(true);
		return overAllSteps(plot);
	}

	/** Returns the plot of the PSNR over the steps, with the PSNR of the rainy images for comparison. */
	public Plot psnr() {
		final List<StepReport> validations = reports.stream().filter(report -> report.validation() != null).toList();
		final double[] steps = validations.stream().mapToDouble(StepReport::step).toArray();
		final Plot plot = new Plot("Validation PSNR", "step", "PSNR-Y (dB), rain200-spa");
		plot.setLineWidth(2);
		plot.setColor(RAINY);
		plot.add("line", steps, validations.stream().mapToDouble(report -> report.validation().rainyPsnr()).toArray());
		plot.setColor(DERAINED, DERAINED);
		plot.add("connected circle", steps,
			validations.stream().mapToDouble(report -> report.validation().psnr()).toArray());
		final boolean ordinary = addOrdinary(plot);
		plot.setColor(Color.BLACK);
		plot.addLegend("rainy\nderained" + (ordinary ? "\nordinary rain, derained" : ""), "bottom-right");
		return overAllSteps(plot);
	}

	/** Adds the PSNR with ordinary rain, and returns whether there is one. */
	private boolean addOrdinary(final Plot plot) {
		final List<StepReport> validations = reports.stream().filter(report -> report.ordinary() != null).toList();
		plot.setColor(ORDINARY, ORDINARY);
		if (!validations.isEmpty())
			plot.add("connected circle", validations.stream().mapToDouble(StepReport::step).toArray(),
				validations.stream().mapToDouble(report -> report.ordinary().psnr()).toArray());
		return !validations.isEmpty();
	}

	/** Leaves room for the steps to come; ImageJ chooses the range of the other axis. */
	private Plot overAllSteps(final Plot plot) {
		plot.setLimits(0, reports.isEmpty() ? 1 : reports.get(reports.size() - 1).steps(), Double.NaN, Double.NaN);
		return plot;
	}
}
