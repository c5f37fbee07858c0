import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.checkpoint.Tensor;

/**
 * Averages the weights of a fine-tuned model with those that it started from, by which it keeps what these knew and
 * still gains most of what it learnt (Wortsman et al.: <i>Robust fine-tuning of zero-shot models</i>, CVPR 2022). A
 * share of 1 takes the fine-tuned ones alone. Writes a checkpoint with nothing else in it:
 *
 * <pre>
 * java -cp 'target/app/*' src/model/AverageWeights.java START.pth TUNED.pth SHARE RESULT.pth
 * </pre>
 */
final class AverageWeights {

	private AverageWeights() {
		// main only
	}

	public static void main(final String... arguments) {
		if (arguments.length != 4)
			throw new IllegalArgumentException("Give START.pth TUNED.pth SHARE RESULT.pth");
		final Map<String, Tensor> start = Checkpoint.read(Path.of(arguments[0])).tensors();
		final Map<String, Tensor> tuned = Checkpoint.read(Path.of(arguments[1])).tensors();
		final double share = Double.parseDouble(arguments[2]);
		if (!shapes(start).equals(shapes(tuned)))
			throw new IllegalArgumentException(
				arguments[0] + " and " + arguments[1] + " are networks of different sizes");
		final Map<String, Tensor> averages = new LinkedHashMap<>();
		start.forEach((name, tensor) -> averages.put(name, average(tensor, tuned.get(name), share)));
		Checkpoint.of(averages).write(Path.of(arguments[3]));
	}

	private static Map<String, String> shapes(final Map<String, Tensor> tensors) {
		final Map<String, String> shapes = new TreeMap<>();
		tensors.forEach((name, tensor) -> shapes.put(name, Arrays.toString(tensor.shape())));
		return shapes;
	}

	private static Tensor average(final Tensor start, final Tensor tuned, final double share) {
		final float[] values = new float[start.data().length];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) ((1 - share) * start.data()[i] + share * tuned.data()[i]);
		return new Tensor(start.shape(), values);
	}
}
