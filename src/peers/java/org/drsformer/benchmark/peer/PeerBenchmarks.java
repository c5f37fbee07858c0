package org.drsformer.benchmark.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.drsformer.DrsformerException;
import org.drsformer.benchmark.Size;
import org.drsformer.benchmark.peer.PeerMeasurements.Comparison;
import org.drsformer.cli.Main;
import org.drsformer.engine.Torch;
import org.drsformer.model.ModelLibrary;
import org.drsformer.network.configuration.Configuration;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Compares this software with ONNX Runtime on the same network, and writes a report in Markdown:
 *
 * <pre>
 * mvn -q -Ppeers test-compile exec:exec@peers -Dpeers="--onnx network.onnx --model network.pth"
 * </pre>
 *
 * The figures mean something only if nothing else runs on the machine.
 */
@Command(name = "peers", mixinStandardHelpOptions = true)
public final class PeerBenchmarks implements Callable<Integer> {

	private static final int LEAST_ROUNDS = 3;

	@Spec
	private CommandSpec spec;

	@Option(names = "--onnx", required = true,
		description = "The network as an ONNX file, with one image as its input.")
	private Path onnx;

	@Option(names = "--model", description = "The same network for this software, by name or path; ${DEFAULT-VALUE}.")
	private String model = ModelLibrary.BUNDLED;

	@Option(names = "--sizes", split = ",", defaultValue = "256x256,480x320",
		description = "Images, as width x height; ${DEFAULT-VALUE}.")
	private List<String> sizes;

	@Option(names = "--threads", split = ",", defaultValue = "1,2",
		description = "Threads of each program; ${DEFAULT-VALUE}.")
	private List<Integer> threads;

	@Option(names = "--rounds", description = "Passes of which the median counts, at least 3; ${DEFAULT-VALUE}.")
	private int rounds = LEAST_ROUNDS;

	@Option(names = "--no-spinning", description = "Let threads of ONNX Runtime sleep while they wait.")
	private boolean sleeping;

	@Option(names = "--output", description = "File of the report; ${DEFAULT-VALUE}.")
	private Path output = Path.of("target", "peers.md");

	public static void main(final String... arguments) {
		System.exit(commandLine().execute(arguments));
	}

	static CommandLine commandLine() {
		return Main.handled(new CommandLine(new PeerBenchmarks()));
	}

	/** Writes the report after each row, so that it grows. Returns 1 if a pass failed. */
	@Override
	public Integer call() throws IOException {
		final List<PeerCase> cases = cases();
		final Configuration configuration = ModelLibrary.ofUser().find(model).configuration();
		check(cases, configuration);
		final Path folder = Files.createTempDirectory("peers");
		try {
			final boolean complete = measure(cases,
				new PeerMeasurements(configuration.inputChannels(), rounds, folder, spec.commandLine().getErr()));
			System.out.print(Files.readString(output));
			return complete ? 0 : 1;
		}
		finally {
			Files.delete(folder);
		}
	}

	/** Returns whether no pass failed. */
	private boolean measure(final List<PeerCase> cases, final PeerMeasurements measurements) throws IOException {
		final List<Comparison> done = new ArrayList<>();
		for (final PeerCase each : cases) {
			done.add(measurements.compare(each));
			Files.writeString(output, PeerReport.of(done, rounds));
		}
		return done.stream().allMatch(Comparison::isComplete);
	}

	/** Returns all comparisons; refuses what no file can mend first. */
	private List<PeerCase> cases() {
		if (rounds < LEAST_ROUNDS)
			throw new DrsformerException("The median of fewer than 3 rounds says little; use --rounds 3 or more.");
		if (threads.stream().anyMatch(count -> count < 1))
			throw new DrsformerException("Each program needs a thread or more; use such as --threads 1,2.");
		if (!Files.isDirectory(output.toAbsolutePath().getParent()) || Files.isDirectory(output))
			throw new DrsformerException(
				"The report cannot be written to " + output + "; name a file in a folder that exists.");
		return sizes.stream()
			.map(Size::parse)
			.flatMap(size -> threads.stream().map(count -> new PeerCase(onnx, model, size, count, !sleeping)))
			.toList();
	}

	/** Starts both programs here, for the report, and checks the file before hours of measurements. */
	private void check(final List<PeerCase> cases, final Configuration configuration) {
		Torch.setThreads(1);
		try (OnnxFile file = OnnxFile.open(onnx, 1, !sleeping)) {
			for (final PeerCase each : cases)
				file.check(shape(configuration.inputChannels(), each.size()),
					shape(configuration.outputChannels(), each.size()));
		}
	}

	private static long[] shape(final int channels, final Size size) {
		return new long[] { 1, channels, size.height(), size.width() };
	}
}
