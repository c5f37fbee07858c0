package org.drsformer.command;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;

import org.drsformer.DrsformerException;
import org.drsformer.evaluate.ComparisonMaps;
import org.drsformer.evaluate.ImagePlusComparison;
import org.drsformer.evaluate.ProtocolChoice;
import org.drsformer.evaluate.ScoreTable;
import org.drsformer.metric.Protocol;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.DynamicCommand;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.task.TaskService;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Scores an open image against another, and shows where they differ. */
@Plugin(type = Command.class, initializer = "choices", menu = { @Menu(label = "Plugins"), @Menu(label = "DRSformer"), @Menu(
	label = "Compare Images...") })
public final class CompareImages extends DynamicCommand {

	@Parameter
	private TaskService tasks;

	@Parameter(label = "Result", description = "The image that is scored")
	private ImagePlus result;

	@Parameter(label = "Target", description = "What it should look like: the clean image")
	private ImagePlus target;

	@Parameter(label = "Protocol", description = "How to score: published stands for both protocols of papers," +
		" rain200-spa and did-ddn; the command line tells about each (metrics --help)", persist = false)
	private String protocol = ProtocolChoice.PUBLISHED;

	@Parameter(label = "Data range", description = "Distance between the darkest and the brightest possible value, such as" +
		" 4095 for 12 bit; 0 for that of the pixel type", min = "0", persist = false)
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

	/** Offers the protocols that there are. */
	protected void choices() {
		getInfo().getMutableInput("protocol", String.class).setChoices(ProtocolChoice.names());
	}

	@Override
	public void run() {
		try (TaskProgress progress = new TaskProgress(tasks.createTask("Compare " + result.getTitle()))) {
			final ImagePlusComparison comparison = ImagePlusComparison.of(result, target, protocols(), progress.part(0, 0.6));
			final ComparisonMaps maps = new ComparisonMaps(result, target);
			ssimmap = ssim ? maps.ssim(range == 0 ? OptionalDouble.empty() : OptionalDouble.of(range), progress.part(0.6, 0.8))
				: null;
			errormap = error ? maps.error(progress.part(0.8, 1)) : null;
			// below what is in it already, where macros find it, shown or not
			scores = ResultsTable.getResultsTable();
			ScoreTable.add(scores, comparison);
			scores.show("Results");
		}
		catch (final DrsformerException exc) {
			cancel(exc.getMessage());
		}
		catch (final CancellationException exc) {
			cancel("Comparing was cancelled.");
		}
	}

	private List<Protocol> protocols() {
		final List<Protocol> protocols = ProtocolChoice.of(protocol);
		return range == 0 ? protocols : protocols.stream().map(one -> one.withDataRange(range)).toList();
	}
}
