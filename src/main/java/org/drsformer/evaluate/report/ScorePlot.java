package org.drsformer.evaluate.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.score.Measure;
import org.drsformer.evaluate.score.Statistics;

import ij.ImagePlus;
import ij.gui.Plot;

/**
 * Draws the scores of the methods side by side, with ImageJ's plots: for each method a box from the first to the third
 * quartile with the median and whiskers to the extremes, and over it a point for each image.
 */
public final class ScorePlot {

	private static final int LEAST_WIDTH = 130;
	private static final int BOX_WIDTH = 65;

	/** The ends of the whiskers, the edges of the box, and the median. */
	private static final double[] BOX_SHARES = { 0, 0.25, 0.5, 0.75, 1 };

	/** About the width of a letter, so that labels do not overlap. */
	private static final int LETTER_WIDTH = 9;
	private static final int MOST_LETTERS = 30;
	private static final int HEIGHT = 300;
	private static final Color POINTS = new Color(0x2b6cb0);
	private static final Color BOX = new Color(0xdbe8f5);
	private static final Color LINES = new Color(0x333333);

	private final EvaluationReport report;

	/** Prepares the plots of a report. */
	public ScorePlot(final EvaluationReport report) {
		this.report = report;
	}

	/** Returns a plot of a number. It leaves out infinite values; the labels say how many there are. */
	public ImagePlus of(final Measure measure) {
		final List<double[]> values = report.methods()
			.stream()
			.map(method -> report.values(method, measure).values().stream().mapToDouble(Double::doubleValue).toArray())
			.toList();
		final List<String> labels = labels(values);
		// for ImageJ, labels in braces are categories, separated by commas
		final Plot plot = new Plot(title(measure), "{" + String.join(",", labels) + "}", axis(measure));
		plot.setFrameSize(Math.max(2, values.size()) * width(labels), HEIGHT);
		addBoxes(plot, values);
		for (int method = 0; method < values.size(); method++)
			addPoints(plot, method, finite(values.get(method)), 0.7 * BOX_WIDTH / width(labels));
		setLimits(plot, values);
		return plot.getImagePlus();
	}

	private String title(final Measure measure) {
		return measure.title() +
			(measure.higherIsBetter() ? report.targets().map(folder -> " against " + folder.getFileName()).orElse("")
				: " (lower is better)");
	}

	private static String axis(final Measure measure) {
		final String unit = measure.unit().isEmpty() ? "" : " (" + measure.unit() + ")";
		final boolean named = measure.protocol().equalsIgnoreCase(measure.title());
		return measure.title() + unit + (named ? "" : ", " + measure.protocol());
	}

	private static double[] finite(final double[] values) {
		return Arrays.stream(values).filter(Double::isFinite).toArray();
	}

	private static void addBoxes(final Plot plot, final List<double[]> values) {
		final ArrayList<float[]> boxes = new ArrayList<>();
		for (int method = 0; method < values.size(); method++)
			if (finite(values.get(method)).length > 0)
				boxes.add(box(method, finite(values.get(method))));
		plot.setColor(LINES, BOX);
		plot.setLineWidth(1);
		plot.drawShapes("boxes width=" + BOX_WIDTH, boxes);
	}

	private List<String> labels(final List<double[]> values) {
		final List<String> labels = new ArrayList<>();
		for (int method = 0; method < values.size(); method++) {
			final long infinite = Arrays.stream(values.get(method)).filter(Double::isInfinite).count();
			labels.add(shortened(report.methods().get(method).name().replace(',', ';')) +
				(infinite == 0 ? "" : " (" + infinite + " infinite)"));
		}
		return labels;
	}

	/** Returns a short name: the end of a path says more than its beginning. */
	private static String shortened(final String name) {
		return name.length() <= MOST_LETTERS ? name : "..." + name.substring(name.length() - MOST_LETTERS);
	}

	private static int width(final List<String> labels) {
		return Math.max(LEAST_WIDTH, LETTER_WIDTH * labels.stream().mapToInt(String::length).max().orElse(0));
	}

	/**
	 * Adds the points of a method, alternately beside each other so that equal scores do not hide each other.
	 *
	 * @param spread the width that the points may use; methods are 1 apart
	 */
	private static void addPoints(final Plot plot, final int method, final double[] values, final double spread) {
		final double[] x = new double[values.length];
		for (int i = 0; i < x.length; i++)
			x[i] = method + spread * (i * 0.618 % 1 - 0.5);
		plot.setColor(POINTS, POINTS);
		plot.addPoints(x, values, Plot.CIRCLE);
	}

	private static float[] box(final int method, final double[] values) {
		final float[] box = new float[1 + BOX_SHARES.length];
		box[0] = method;
		for (int i = 0; i < BOX_SHARES.length; i++)
			box[1 + i] = (float) Statistics.quantile(BOX_SHARES[i], values);
		return box;
	}

	private static void setLimits(final Plot plot, final List<double[]> values) {
		final double[] finite = values.stream()
			.flatMapToDouble(Arrays::stream)
			.filter(Double::isFinite)
			.sorted()
			.toArray();
		final double least = finite.length == 0 ? 0 : finite[0];
		final double most = finite.length == 0 ? 1 : finite[finite.length - 1];
		final double margin = most > least ? 0.05 * (most - least) : 1e-3 * Math.max(1, Math.abs(most));
		plot.setLimits(-0.6, values.size() - 0.4, least - margin, most + margin);
	}
}
