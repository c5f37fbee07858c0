package org.drsformer.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import ai.djl.pytorch.jni.JniUtils;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Finds where the time of a forward pass goes, by libtorch's profiler: time and work of each kind of operation. */
final class Trace {

	private static final String PREFIX = "aten::";

	/** The seconds in operations themselves, without those that they call, and their multiplications and additions. */
	record Share(double seconds, double flops) {

		private Share plus(final double moreSeconds, final double moreFlops) {
			return new Share(seconds + moreSeconds, flops + moreFlops);
		}
	}

	private final Map<OperationKind, Share> shares = new EnumMap<>(OperationKind.class);
	private final double seconds;

	/** An operation that runs, and the time of the operations that it has called. */
	private static final class Open {

		final Operation operation;
		double called;
		boolean calledConvolution;

		Open(final Operation operation) {
			this.operation = operation;
		}
	}

	private Trace(final List<Operation> operations, final double seconds) {
		this.seconds = seconds;
		for (final OperationKind kind : OperationKind.values())
			shares.put(kind, new Share(0, 0));
		final Deque<Open> stack = new ArrayDeque<>();
		for (final Operation operation : operations) {
			closeUntil(operation.start(), stack);
			stack.push(new Open(operation));
		}
		closeUntil(Double.POSITIVE_INFINITY, stack);
	}

	/** Returns the trace of a pass, which must run on the calling thread: the profiler sees no other. */
	static Trace of(final Runnable pass) {
		try {
			final Path file = Files.createTempFile("trace", ".json");
			try {
				JniUtils.startProfile(false, true, false);
				final long start = System.nanoTime();
				pass.run();
				final double seconds = (System.nanoTime() - start) / 1e9;
				JniUtils.stopProfile(file.toString());
				return new Trace(read(file), seconds);
			}
			finally {
				Files.delete(file);
			}
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	/** Sorts operations by their start, callers before the operations that they call. */
	private static List<Operation> read(final Path file) throws IOException {
		try (Reader reader = Files.newBufferedReader(file)) {
			final JsonArray events = JsonParser.parseReader(reader).getAsJsonArray();
			return StreamSupport.stream(events.spliterator(), false)
				.map(event -> operation(event.getAsJsonObject()))
				.sorted(Comparator.comparingDouble(Operation::start)
					.thenComparing(Comparator.comparingDouble(Operation::duration).reversed()))
				.toList();
		}
	}

	private static Operation operation(final JsonObject event) {
		return new Operation(event.get("name").getAsString().replace(PREFIX, ""), event.get("ts").getAsDouble(),
			event.get("dur").getAsDouble(), new Gson().fromJson(event.get("shape"), long[][].class));
	}

	private void closeUntil(final double time, final Deque<Open> stack) {
		while (!stack.isEmpty() && stack.peek().operation.end() <= time) {
			final Open done = stack.pop();
			if (!stack.isEmpty()) {
				stack.peek().called += done.operation.duration();
				stack.peek().calledConvolution |= done.operation.isConvolution();
			}
			// the profiler records a convolution on every level that it goes through
			final double flops = done.calledConvolution ? 0 : done.operation.flops();
			final double seconds = (done.operation.duration() - done.called) / 1e6;
			shares.computeIfPresent(OperationKind.of(done.operation), (kind, share) -> share.plus(seconds, flops));
		}
	}

	Share share(final OperationKind kind) {
		return shares.get(kind);
	}

	/** Returns the seconds of the whole pass, with the time outside of operations. */
	Share total() {
		return new Share(seconds, shares.values().stream().mapToDouble(Share::flops).sum());
	}

	/** Returns the time between operations: Java, and the calls of libtorch. */
	Share between() {
		return new Share(seconds - shares.values().stream().mapToDouble(Share::seconds).sum(), 0);
	}
}
