package org.drsformer.cli.evaluate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.drsformer.DrsformerException;
import org.drsformer.OneLine;
import org.drsformer.Progress;
import org.drsformer.cli.console.ExitCode;
import org.drsformer.cli.console.ScoreText;
import org.drsformer.evaluate.Protocols;
import org.drsformer.evaluate.score.ImageScore;
import org.drsformer.evaluate.score.PairScore;
import org.drsformer.evaluate.imageplus.ImagePlusScore;
import org.drsformer.evaluate.report.JsonReport;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.metric.Protocol;
import org.drsformer.metric.noreference.NoReference;

import ij.ImagePlus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores one image. */
@Command(name = "metrics",
	description = { "Scores an image: against its clean target by PSNR, SSIM and errors, and without a target by NIQE" +
		" and BRISQUE.", "Each plane of a stack is scored, and the mean is shown." })
public final class MetricsCommand implements Callable<Integer> {

	@Parameters(index = "0", paramLabel = "RESULT", description = "The image that is scored.")
	private Path result;

	@Parameters(index = "1", arity = "0..1", paramLabel = "TARGET",
		description = "The clean target; niqe and brisque need none.")
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
		final Protocols protocols = protocols();
		final ImagePlus image = ImageFiles.read(result);
		final ImagePlus clean = target == null ? null : ImageFiles.read(target);
		boolean failed = false;
		for (final Protocol protocol : protocols.paired())
			failed |= !tryPrint(result + " and " + target, () -> print(
				PairScore.of("", target.toString(), ImagePlusScore.of(image, clean, protocol, Progress.NONE))));
		for (final NoReference protocol : protocols.single())
			failed |= !tryPrint(result.toString(),
				() -> print(ImageScore.of("", result.toString(), ImagePlusScore.of(image, protocol, Progress.NONE))));
		return failed ? ExitCode.FAILED : 0;
	}

	private Protocols protocols() {
		try {
			return options.protocols(Optional.ofNullable(target), Protocol.rain200Spa());
		}
		catch (final DrsformerException exc) {
			throw new ParameterException(spec.commandLine(), exc.getMessage(), exc);
		}
	}

	/** Scores by one protocol, which may refuse images that the others score. */
	private boolean tryPrint(final String files, final Runnable scoring) {
		try {
			scoring.run();
			return true;
		}
		catch (final DrsformerException exc) {
			spec.commandLine().getErr().println(OneLine.of(files + ": " + exc.getMessage()));
			return false;
		}
	}

	private void print(final ImageScore score) {
		final PrintWriter out = spec.commandLine().getOut();
		if (json)
			out.println(JsonReport.line(score));
		else
			out.println(
				score.protocol() + ": " + NoReference.titleOf(score.protocol()) + " " + ScoreText.index(score.value()) +
					(score.planes() == 1 ? "" : ", mean of " + score.planes() + " planes") +
					(score.isScaled() ? ", values scaled from 0.." + ScoreText.number(score.dataRange()) + " to 0..255"
						: ""));
		out.flush();
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
