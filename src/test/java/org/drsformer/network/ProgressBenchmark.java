package org.drsformer.network;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.drsformer.network.configuration.Configuration;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Measures the longest time between two reports of progress, which is the longest time until a network is cancelled,
 * and the error of the time left once a tenth is done. The arguments are the name of a network, height and width.
 */
final class ProgressBenchmark {

	private static final double FIRST_TENTH = 0.1;

	/** @param seconds since the start */
	private record Report(double seconds, double fraction) {
		// a point in time
	}

	private ProgressBenchmark() {
		// main only
	}

	public static void main(final String... arguments) {
		final GoldenNetwork golden = GoldenNetwork.load(arguments[0]);
		final Shape shape = new Shape(1, Long.parseLong(arguments[1]), Long.parseLong(arguments[2]), 3);
		Torch.infer(() -> {
			try (NDManager manager = Torch.newManager(ComputeDevice.CPU)) {
				final RestorationNetwork network = RestorationNetwork
					.of(Configuration.infer(golden.weights(), arguments[0]), golden.weights(), manager);
				final NDArray image = manager.randomUniform(0, 1, shape);
				reports(network, image);
				print(reports(network, image));
			}
			return null;
		});
	}

	private static List<Report> reports(final RestorationNetwork network, final NDArray image) {
		final List<Report> reports = new ArrayList<>();
		final long start = System.nanoTime();
		network
			.forward(image, Long.MAX_VALUE, 1,
				fraction -> reports.add(new Report((System.nanoTime() - start) / 1e9, fraction)))
			.close();
		return reports;
	}

	private static void print(final List<Report> reports) {
		final double total = reports.get(reports.size() - 1).seconds;
		double gap = reports.get(0).seconds;
		double least = Double.MAX_VALUE;
		double most = 0;
		for (int i = 1; i < reports.size(); i++) {
			final Report report = reports.get(i);
			gap = Math.max(gap, report.seconds - reports.get(i - 1).seconds);
			if (report.fraction < FIRST_TENTH || report.fraction > 1 - FIRST_TENTH)
				continue;
			final double estimated = report.seconds * (1 - report.fraction) / report.fraction;
			least = Math.min(least, estimated / (total - report.seconds));
			most = Math.max(most, estimated / (total - report.seconds));
		}
		System.out.printf("%.2f s, %d reports, at most %.3f s apart; estimated / true time left %.2f to %.2f%n", total,
			reports.size(), gap, least, most);
	}
}
