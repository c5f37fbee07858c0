package org.drsformer.command;

import java.util.OptionalDouble;

import org.drsformer.Progress;
import org.drsformer.command.dialog.field.Hints;
import org.drsformer.command.window.Display;
import org.drsformer.evaluate.ProtocolChoice;
import org.drsformer.evaluate.Protocols;
import org.drsformer.evaluate.imageplus.ComparisonMaps;
import org.drsformer.evaluate.report.ImagePlusComparison;
import org.drsformer.evaluate.report.ScoreTable;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Scores an open image against another one, and shows where they differ. */
@Plugin(type = Command.class, headless = true,
	menu = { @Menu(label = "Plugins"), @Menu(label = "DRSformer"), @Menu(label = "Compare Images...") },
	attrs = @Attr(name = Hints.HELP, value = "metrics.md#in-fiji"))
public final class CompareImages extends DrsformerCommand {

	@Parameter(label = "Result", description = "The image that is scored")
	private ImagePlus result;

	@Parameter(label = "Target", description = "What it should look like: the clean image")
	private ImagePlus target;

	@Parameter(label = "Protocol",
		description = "How to score: published stands for both protocols of papers, rain200-spa and did-ddn; niqe and" +
			" brisque score each image by itself; the page Metrics of the documentation describes each",
		persist = false, attrs = @Attr(name = DrsformerCommandInfo.CHOICES, value = DrsformerCommandInfo.PROTOCOLS))
	private String protocol = ProtocolChoice.PUBLISHED;

	@Parameter(label = "Data range",
		description = "Distance between the darkest and the brightest possible value, such as" +
			" 4095 for 12 bit; 0 for that of the pixel type",
		min = "0", persist = false)
	private double range;

	@Parameter(label = "SSIM map", description = "Shows how similar the images are around each pixel", persist = false)
	private boolean ssim;

	@Parameter(label = "Error map", description = "Shows the absolute error of each pixel", persist = false)
	private boolean error;

	@Parameter(label = "Scores", type = ItemIO.OUTPUT)
	private ResultsTable scores;

	@Parameter(label = "SSIM map", type = ItemIO.OUTPUT)
	private ImagePlus ssimmap;

	@Parameter(label = "Error map", type = ItemIO.OUTPUT)
	private ImagePlus errormap;

	@Override
	String task() {
		return "Compare " + result.getTitle();
	}

	@Override
	void work(final Progress progress) {
		final ImagePlusComparison comparison = ImagePlusComparison.of(result, target, protocols(),
			progress.part(0, 0.6));
		final ComparisonMaps maps = new ComparisonMaps(result, target,
			range == 0 ? OptionalDouble.empty() : OptionalDouble.of(range));
		if (ssim)
			ssimmap = Display.image(maps.ssim(progress.part(0.6, 0.8)));
		if (error)
			errormap = Display.image(maps.error(progress.part(0.8, 1)));
		// adds rows to the table that macros find, shown or not
		scores = ResultsTable.getResultsTable();
		ScoreTable.add(scores, comparison);
		scores.show("Results");
	}

	private Protocols protocols() {
		final Protocols protocols = ProtocolChoice.of(protocol);
		return range == 0 ? protocols : protocols.withDataRange(range);
	}
}
