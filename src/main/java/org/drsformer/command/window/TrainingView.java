package org.drsformer.command.window;

import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;

import org.drsformer.Progress;
import org.drsformer.train.LearningCurve;
import org.drsformer.train.StepReport;
import org.drsformer.train.TrainingListener;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.gui.PlotWindow;
import ij.macro.Interpreter;

/**
 * Shows a training while it runs: two plots, and an image before and after deraining. Without a display it only keeps
 * the plots.
 */
public final class TrainingView implements TrainingListener {

	/** The distance of the windows from the left and the upper border of the screen. */
	private static final int MARGIN = 100;

	private final Progress progress;
	private final boolean live;
	private final LearningCurve curve = new LearningCurve();
	private PlotWindow loss;
	private PlotWindow psnr;
	private ImagePlus sample;

	/** @param live whether windows are wanted */
	public TrainingView(final Progress progress, final boolean live) {
		this.progress = progress;
		this.live = live && !GraphicsEnvironment.isHeadless() && !Interpreter.isBatchMode();
	}

	/** Returns whether there are windows. */
	public boolean isLive() {
		return live;
	}

	@Override
	public void update(final double fraction) {
		progress.update(fraction);
	}

	@Override
	public void reported(final StepReport report) {
		curve.add(report);
		if (!live)
			return;
		final Plot lossPlot = curve.loss();
		final Plot psnrPlot = report.validation() == null ? null : curve.psnr();
		EventQueue.invokeLater(() -> {
			loss = show(loss, lossPlot, 0, 0);
			if (psnrPlot != null)
				psnr = show(psnr, psnrPlot, loss.getWidth(), 0);
		});
	}

	/** Places new windows side by side; windows that the user moves stay where they are. */
	private static PlotWindow show(final PlotWindow window, final Plot plot, final int left, final int top) {
		if (window != null && !window.isClosed()) {
			window.drawPlot(plot);
			return window;
		}
		final PlotWindow shown = plot.show();
		shown.setLocation(MARGIN + left, MARGIN + top);
		return shown;
	}

	@Override
	public void sampled(final ImagePlus image) {
		if (live)
			EventQueue.invokeLater(() -> {
				if (sample == null || sample.getWindow() == null) {
					sample = image;
					sample.show();
					sample.getWindow().setLocation(MARGIN, MARGIN + (loss == null ? 0 : loss.getHeight()));
				}
				else
					sample.setProcessor(image.getProcessor());
			});
	}

	public LearningCurve curve() {
		return curve;
	}
}
