package org.drsformer.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.drsformer.benchmark.ReportTables.Subject;
import org.drsformer.engine.BenchmarkAllocator;
import org.drsformer.engine.Torch;
import org.drsformer.network.BenchmarkNetwork;
import org.drsformer.network.BenchmarkNetwork.Form;

import ai.djl.ndarray.NDArray;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Measures the network and writes a report in Markdown:
 *
 * <pre>
 * mvn -q test-compile exec:exec@benchmarks
 * mvn -q test-compile exec:exec@benchmarks -Dbenchmarks=--quick
 * </pre>
 *
 * The figures mean something only if nothing else runs on the machine.
 */
@Command(name = "benchmarks", mixinStandardHelpOptions = true)
public final class Benchmarks implements Callable<Integer> {

	private static final Size STANDARD = Size.parse("832x600");
	/**
	 * The profiler keeps its records in memory: at 480x320, the plain form of the published sizes took 16 GB with it.
	 */
	private static final Size PROFILED = Size.parse("192x128");
	private static final List<Size> COMPARED = sizes("256x256", "480x320", "1024x1024");
	private static final List<Size> SCALED = sizes("256x256", "480x320", "832x600", "1024x1024", "2048x1536",
		"4000x3000");

	@Spec
	private CommandSpec spec;

	@Option(names = "--quick", description = "No sizes at which a pass takes longer than a minute.")
	private boolean quick;

	@Option(names = "--megapixels", description = "No images larger than this.")
	private double megapixels = Double.POSITIVE_INFINITY;

	@Option(names = "--rounds", description = "Passes of which the median counts; ${DEFAULT-VALUE}.")
	private int rounds = 3;

	@Option(names = "--threads", description = "Processors of a pass; ${DEFAULT-VALUE}.")
	private int threads = 2;

	@Option(names = "--networks", split = ",", description = "Some of ${DEFAULT-VALUE}.")
	private List<String> networks = BenchmarkNetwork.NAMES;

	@Option(names = "--output", description = "File of the report; ${DEFAULT-VALUE}.")
	private Path output = Path.of("target", "benchmarks.md");

	public static void main(final String... arguments) {
		System.exit(new CommandLine(new Benchmarks()).execute(arguments));
	}

	private static List<Size> sizes(final String... sizes) {
		return Stream.of(sizes).map(Size::parse).toList();
	}

	/** Writes the report after each network, so that it grows. */
	@Override
	public Integer call() throws IOException {
		if (!BenchmarkNetwork.NAMES.containsAll(networks))
			throw new ParameterException(spec.commandLine(),
				"The networks are " + String.join(", ", BenchmarkNetwork.NAMES) + ".");
		final Measurements measurements = new Measurements(rounds, threads);
		final StringBuilder insides = new StringBuilder();
		final List<String> done = new ArrayList<>();
		for (final String network : networks) {
			done.add(network);
			subjects(done, COMPARED).forEach(subject -> measurements.compare(subject.network(), subject.size()));
			subjects(done, SCALED).forEach(subject -> measurements.strips(subject.network(), subject.size()));
			insides.append('\n').append(inside(network));
			Files.writeString(output, tables(done, measurements) + insides);
		}
		System.out.print(Files.readString(output));
		return 0;
	}

	private String tables(final List<String> of, final Measurements measurements) {
		return String.format(
			"Measured with %d threads, medians of %d rounds; glibc %s the memory of arrays for both forms. On: %s" +
				".%n%n%s%n%s%n%s%n",
			threads, rounds, BenchmarkAllocator.keep() ? "keeps" : "does not keep", Machine.describe(),
			ReportTables.ratios(subjects(of, COMPARED), measurements),
			ReportTables.perPixel(subjects(of, SCALED), STANDARD, measurements),
			ResidentMemory.known()
				? "Peak: resident memory above that of the loaded model. Process: all of it, Java included."
				: "Peak memory is measured on Linux only.");
	}

	private List<Subject> subjects(final List<String> of, final List<Size> sizes) {
		return of.stream()
			.flatMap(network -> sizes.stream().map(size -> new Subject(network, size)))
			.filter(this::wanted)
			.toList();
	}

	private boolean wanted(final Subject subject) {
		final boolean veryLong = new Case(subject.network(), Form.STRIPS, subject.size()).isVeryLong();
		return !(quick && veryLong) && subject.size().pixels() <= 1e6 * megapixels;
	}

	/** Measures inside of this process: the difference of the forms, and where their time goes. */
	private static String inside(final String network) {
		// the profiler sees only the thread that calls
		Torch.setThreads(1);
		try (BenchmarkNetwork plain = BenchmarkNetwork.load(network, Form.PLAIN, 1);
			BenchmarkNetwork strips = BenchmarkNetwork.load(network, Form.STRIPS, 1)) {
			final double peak = MatrixProduct.peak();
			return String.format(Locale.ROOT,
				"%s at %s: the largest difference of the two forms is %.1e. Where their time goes, against a matrix" +
					" product" + " (%.0f GFLOP/s):%n%n%s",
				network, PROFILED, difference(plain, strips), peak / 1e9,
				ReportTables.shares(trace(plain), trace(strips), peak));
		}
	}

	private static double difference(final BenchmarkNetwork plain, final BenchmarkNetwork strips) {
		final double[] expected = plain.result(PROFILED.width(), PROFILED.height());
		final double[] actual = strips.result(PROFILED.width(), PROFILED.height());
		double largest = 0;
		for (int i = 0; i < expected.length; i++)
			largest = Math.max(largest, Math.abs(expected[i] - actual[i]));
		return largest;
	}

	private static Trace trace(final BenchmarkNetwork network) {
		try (NDArray image = network.image(PROFILED.width(), PROFILED.height())) {
			return Trace.of(() -> network.forward(image));
		}
	}
}
