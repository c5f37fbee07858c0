package org.drsformer.benchmark.peer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.drsformer.OneLine;
import org.drsformer.engine.BenchmarkAllocator;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;

/**
 * An ONNX file that is open in ONNX Runtime. It has one input and one output, both (1, C, H, W) of float32, with any
 * names. Each size may be fixed or free.
 */
final class OnnxFile implements AutoCloseable {

	private static final String SPINNING = "session.intra_op.allow_spinning";

	private final Path file;
	private final OrtSession session;
	private final String input;

	private OnnxFile(final Path file, final OrtSession session) throws OrtException {
		this.file = file;
		this.session = session;
		input = only(session.getInputInfo(), "input").getName();
		only(session.getOutputInfo(), "output");
	}

	/**
	 * Opens a file on the CPU, with the defaults of ONNX Runtime in everything but these.
	 *
	 * @param threads inside of each operation; the operations run one after the other
	 * @throws DrsformerException with one sentence if there is no such file, or ONNX Runtime cannot run it, or it has
	 *         not one input and one output of float32
	 */
	static OnnxFile open(final Path file, final int threads, final boolean spinning) {
		if (!Files.isRegularFile(file))
			throw new DrsformerException("There is no file " + file + "; name the ONNX file of an exported network.");
		BenchmarkAllocator.keep();
		// failures arrive as exceptions
		final OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
		try (SessionOptions options = new SessionOptions()) {
			options.setIntraOpNumThreads(threads);
			options.setInterOpNumThreads(1);
			options.addConfigEntry(SPINNING, spinning ? "1" : "0");
			return of(file, environment.createSession(file.toString(), options));
		}
		catch (final OrtException failure) {
			throw failure(file, failure);
		}
	}

	/** Closes the session if the file is refused. */
	private static OnnxFile of(final Path file, final OrtSession session) throws OrtException {
		try {
			return new OnnxFile(file, session);
		}
		catch (final OrtException | RuntimeException refused) {
			session.close();
			throw refused;
		}
	}

	private NodeInfo only(final Map<String, NodeInfo> nodes, final String what) {
		if (nodes.size() != 1)
			throw new DrsformerException(
				String.format(Locale.ROOT, "%s has %d %ss (%s); a benchmark needs one image as the %s.", file,
					nodes.size(), what, String.join(", ", nodes.keySet()), what));
		final NodeInfo node = nodes.values().iterator().next();
		if (!(node.getInfo() instanceof TensorInfo tensor) || tensor.type != OnnxJavaType.FLOAT)
			throw new DrsformerException(
				String.format(Locale.ROOT, "The %s %s of %s is not a tensor of float32; export it as one.", what,
					OneLine.of(node.getName()), file));
		return node;
	}

	/**
	 * Checks that images go through the file.
	 *
	 * @param inputShape the shape of an image, (1, C, H, W)
	 * @param outputShape the shape of its result
	 * @throws DrsformerException with one sentence if one of the shapes does not fit
	 */
	void check(final long[] inputShape, final long[] outputShape) {
		try {
			check(session.getInputInfo(), inputShape, "input");
			check(session.getOutputInfo(), outputShape, "output");
		}
		catch (final OrtException failure) {
			throw failure(failure);
		}
	}

	private void check(final Map<String, NodeInfo> nodes, final long[] wanted, final String what) {
		final NodeInfo node = only(nodes, what);
		final long[] shape = ((TensorInfo) node.getInfo()).getShape();
		if (!fits(shape, wanted))
			throw new DrsformerException(String.format(Locale.ROOT,
				"The %s %s of %s has the shape %s, which does not fit the %s of the model, %s; choose the sizes and the" +
					" model of the file, or export it with free height and width.",
				what, OneLine.of(node.getName()), file, text(shape), what, text(wanted)));
	}

	private static boolean fits(final long[] shape, final long[] wanted) {
		if (shape.length != wanted.length)
			return false;
		for (int i = 0; i < shape.length; i++)
			if (shape[i] >= 0 && shape[i] != wanted[i])
				return false;
		return true;
	}

	/** Returns such as {@code (1, 3, ?, ?)}. */
	private static String text(final long[] shape) {
		return Arrays.stream(shape)
			.mapToObj(size -> size < 0 ? "?" : Long.toString(size))
			.collect(Collectors.joining(", ", "(", ")"));
	}

	OrtSession session() {
		return session;
	}

	/** Returns the name of the input. */
	String input() {
		return input;
	}

	/** Returns one sentence for a failure of ONNX Runtime. */
	DrsformerException failure(final OrtException failure) {
		return failure(file, failure);
	}

	private static DrsformerException failure(final Path file, final OrtException failure) {
		final String reason = failure.getMessage().replaceFirst("^Error code - \\w+ - message: ", "").strip();
		return new DrsformerException("ONNX Runtime cannot run " + file + ": " + OneLine.of(reason), failure);
	}

	@Override
	public void close() {
		try {
			session.close();
		}
		catch (final OrtException failure) {
			throw failure(failure);
		}
	}
}
