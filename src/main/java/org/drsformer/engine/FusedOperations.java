package org.drsformer.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Operations of libtorch that do two things in one pass over memory. DJL has no methods for them, so a module in
 * TorchScript, {@code fused.py}, calls them by their names.
 */
public final class FusedOperations {

	private static final Logger LOG = LoggerFactory.getLogger(FusedOperations.class);
	/** Smaller arrays stay in the caches of a processor, and to load the module would take longer than it saves. */
	private static final long LEAST_SIZE = 1 << 18;
	/** The object of the class Fused that is not in training, as Python pickles it. */
	private static final String PICKLE = "\u0080\2c__torch__\nFused\n)\u0081}X\10\0\0\0training\u0089sb.";
	private static final String EMPTY_TUPLE = "\u0080\2).";

	/** The activation that follows a convolution, by its name in oneDNN. */
	public enum Activation {
		/** max(x, 0). */
		RELU("relu"),
		/** The exact gelu, x * (1 + erf(x / sqrt(2))) / 2. */
		GELU("gelu");

		private final String label;

		Activation(final String label) {
			this.label = label;
		}
	}

	/** Loaded at first use, and kept as long as the process lives. */
	private static final class Loaded {
		/** Null if this libtorch has none of the operations. */
		private static final PtSymbolBlock MODULE = load();
	}

	private FusedOperations() {
		// static functions only
	}

	/**
	 * Returns whether the operations exist for this array and gain time: on CPUs that oneDNN supports, for large arrays
	 * of single precision, and if nothing is recorded for gradients.
	 */
	public static boolean apply(final NDArray x) {
		return x.size() >= LEAST_SIZE && x.getDataType() == DataType.FLOAT32 && !x.getDevice().isGpu()
			&& !JniUtils.isGradMode() && Loaded.MODULE != null;
	}

	/** Replaces the values of x by max(x, 0). */
	public static void relu(final NDArray x) {
		call("relu", x, IValue.from((PtNDArray) x)).close();
	}

	/**
	 * Returns the activation of a convolution of stride 1.
	 *
	 * @param planes (N, C, H, W)
	 * @param weight (out, in / groups, k, k) with odd k
	 * @param bias (out), or null
	 * @param groups 1, or the number of channels for a depthwise convolution
	 * @return (N, out, H, W), in the layout of the planes
	 */
	public static NDArray convolution(final NDArray planes, final NDArray weight, final NDArray bias, final int groups,
		final Activation activation)
	{
		final List<IValue> inputs = new ArrayList<>(
			List.of(IValue.from((PtNDArray) planes), IValue.from((PtNDArray) weight),
				IValue.from(weight.getShape().get(2) / 2), IValue.from((long) groups), IValue.from(activation.label)));
		if (bias != null)
			inputs.add(IValue.from((PtNDArray) bias));
		return call(bias == null ? "convolution" : "convolution_with_bias", planes, inputs.toArray(IValue[]::new));
	}

	/** Returns the result of a method; the inputs are consumed. */
	private static NDArray call(final String method, final NDArray x, final IValue... inputs) {
		try (IValue result = IValueUtils.runMethod(Loaded.MODULE, method, inputs)) {
			return result.toTensor((PtNDManager) x.getManager());
		}
		finally {
			for (final IValue input : inputs)
				input.close();
		}
	}

	private static PtSymbolBlock load() {
		try {
			return JniUtils.loadModule((PtNDManager) Torch.newManager(ComputeDevice.CPU),
				new ByteArrayInputStream(archive()), false, false);
		}
		catch (final IOException | RuntimeException | LinkageError missing) {
			// only slower: builds of libtorch without oneDNN do not have them
			LOG.debug("PyTorch has no fused operations here", missing);
			return null;
		}
	}

	/** Returns the module in the form that {@code torch.jit.save} writes. */
	private static byte[] archive() throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes);
			InputStream code = FusedOperations.class.getResourceAsStream("fused.py")) {
			put(zip, "data.pkl", PICKLE.getBytes(StandardCharsets.ISO_8859_1));
			put(zip, "code/__torch__.py", code.readAllBytes());
			put(zip, "constants.pkl", EMPTY_TUPLE.getBytes(StandardCharsets.ISO_8859_1));
			put(zip, "version", "3\n".getBytes(StandardCharsets.ISO_8859_1));
		}
		return bytes.toByteArray();
	}

	private static void put(final ZipOutputStream zip, final String name, final byte[] content) throws IOException {
		zip.putNextEntry(new ZipEntry("fused/" + name));
		zip.write(content);
		zip.closeEntry();
	}
}
