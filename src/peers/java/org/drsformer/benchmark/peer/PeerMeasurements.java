package org.drsformer.benchmark.peer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.OneLine;
import org.drsformer.benchmark.Fork;
import org.drsformer.benchmark.Measurement;
import org.openjdk.jmh.runner.RunnerException;

/** Measures both sides in turns, each pass in a new process. */
final class PeerMeasurements {

	private final int channels;
	private final int rounds;
	private final Path folder;
	private final PrintWriter log;

	/**
	 * @param channels of the image
	 * @param folder for the results of the passes
	 * @param log is told of each pass
	 */
	PeerMeasurements(final int channels, final int rounds, final Path folder, final PrintWriter log) {
		this.channels = channels;
		this.rounds = rounds;
		this.folder = folder;
		this.log = log;
	}

	/**
	 * What both sides took for the same work.
	 *
	 * @param medians by side; of those that did not fail
	 * @param difference the largest one of the outputs; NaN if it is not known
	 */
	record Comparison(PeerCase of, Map<Side, Measurement> medians, double difference) {

		boolean isComplete() {
			return medians.size() == Side.values().length;
		}
	}

	/** Returns the medians of all rounds. Each round begins with the side that the round before ended with. */
	Comparison compare(final PeerCase of) throws IOException {
		final Map<Side, List<Measurement>> passes = new EnumMap<>(Side.class);
		final List<Side> turns = new ArrayList<>(List.of(Side.values()));
		for (int round = 0; round < rounds; round++) {
			for (final Side side : List.copyOf(turns))
				if (!run(of, side, passes))
					turns.remove(side);
			Collections.reverse(turns);
		}
		final Map<Side, Measurement> medians = new EnumMap<>(Side.class);
		passes.forEach((side, all) -> medians.put(side, Measurement.median(all)));
		medians.keySet().retainAll(turns);
		return new Comparison(of, medians, difference());
	}

	/** Returns whether the pass did not fail. */
	private boolean run(final PeerCase of, final Side side, final Map<Side, List<Measurement>> passes) {
		try {
			for (final Measurement pass : Fork.run(PeerBenchmark.class,
				PeerBenchmark.parameters(of, side, channels, output(side)), 1)) {
				log.printf(Locale.ROOT, "%s, %s: CPU %.2f s, wall %.2f s%n", of, side, pass.cpu(), pass.wall());
				passes.computeIfAbsent(side, key -> new ArrayList<>()).add(pass);
			}
			return true;
		}
		catch (final RunnerException failure) {
			log.println(of + ", " + side + " failed: " + reason(failure));
			return false;
		}
	}

	/** Returns the sentence of the process, or else the deepest reason. */
	private static String reason(final Throwable failure) {
		final Throwable inside = Stream
			.concat(Stream.of(failure.getSuppressed()), Stream.ofNullable(failure.getCause()))
			.findFirst()
			.orElse(null);
		return inside == null || failure instanceof DrsformerException
			? OneLine.of(String.valueOf(failure.getMessage()))
			: reason(inside);
	}

	private Path output(final Side side) {
		return folder.resolve(side.name());
	}

	/** Returns the difference of the last outputs, which are deleted. */
	private double difference() throws IOException {
		final List<float[]> outputs = new ArrayList<>();
		for (final Side side : Side.values())
			if (Files.exists(output(side))) {
				outputs.add(Planes.read(output(side)));
				Files.delete(output(side));
			}
		return outputs.size() < Side.values().length ? Double.NaN
			: Planes.largestDifference(outputs.get(0), outputs.get(1));
	}
}
