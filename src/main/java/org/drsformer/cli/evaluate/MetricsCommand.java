package org.drsformer.cli.evaluate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.drsformer.DrsformerException;
import org.drsformer.OneLine;
import org.drsformer.Progress;
import org.drsformer.cli.console.ExitCode;
import org.drsformer.cli.console.ScoreText;
import org.drsformer.evaluate.PairScore;
import org.drsformer.evaluate.imageplus.ImagePlusScore;
import org.drsformer.evaluate.report.JsonReport;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.metric.Protocol;

import ij.ImagePlus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores one image. */
@Command(name = "metrics", description = { "Scores an image against its clean target: PSNR, SSIM and errors.",
	"Each plane of a stack is scored, and the mean is shown." })
public final class MetricsCommand implements Callable<Integer> {

	@Parameters(index = "0", paramLabel = "RESULT", description = "The image that is scored.")
	private Path result;

	@Parameters(index = "1", paramLabel = "TARGET", description = "The clean target.")
	private Path target;

	@Mixin
	private ProtocolOptions options;

	@Option(names = "--json",
		description = { "Prints one JSON object for each protocol, each on a line, with all digits.",
			"Infinity, the PSNR of identical images, is printed as a string." })
	private boolean json;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		final List<Protocol> protocols = protocols();
		final ImagePlus resultImage = ImageFiles.read(result);
		final ImagePlus targetImage = ImageFiles.read(target);
		boolean failed = false;
		for (final Protocol protocol : protocols)
			failed |= !tryPrint(resultImage, targetImage, protocol);
		return failed ? ExitCode.FAILED : 0;
	}

	private List<Protocol> protocols() {
		try {
			return options.protocols(Protocol.rain200Spa());
		}
		catch (final DrsformerException exc) {
			throw new ParameterException(spec.commandLine(), exc.getMessage(), exc);
		}
	}

	/** Scores by one protocol, which may refuse images that the others score. */
	private boolean tryPrint(final ImagePlus resultImage, final ImagePlus targetImage, final Protocol protocol) {
		try {
			print(PairScore.of("", target.toString(),
				ImagePlusScore.of(resultImage, targetImage, protocol, Progress.NONE)));
			return true;
		}
		catch (final DrsformerException exc) {
			spec.commandLine().getErr().println(OneLine.of(result + " and " + target + ": " + exc.getMessage()));
			return false;
		}
	}

	private void print(final PairScore score) {
		final PrintWriter out = spec.commandLine().getOut();
		if (json)
			out.println(JsonReport.line(score));
		else
			out.println(score.protocol() + ": PSNR " + ScoreText.psnr(score.psnr()) + " dB, SSIM " +
				ScoreText.ssim(score.ssim()) + planes(score));
		out.flush();
	}

	private static String planes(final PairScore score) {
		if (score.planes() == 1)
			return "";
		return ", mean of " + score.planes() + " planes" +
			(score.infinite() == 0 ? "" : " (PSNR without " + score.infinite() + " identical ones)");
	}
}
