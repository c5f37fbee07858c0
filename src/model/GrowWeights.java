import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.checkpoint.Tensor;

/**
 * Adds a second block to each of some levels of a network that has one there. The new block is a copy of the first
 * whose two output projections are zero. So it changes nothing until it is trained (Chen et al.: <i>Net2Net</i>, ICLR
 * 2016). Writes a checkpoint with nothing else in it:
 *
 * <pre>
 * java -cp 'target/app/*' src/model/GrowWeights.java START.pth RESULT.pth encoder_level2 decoder_level2
 * </pre>
 */
final class GrowWeights {

	private GrowWeights() {
		// main only
	}

	public static void main(final String... arguments) {
		if (arguments.length < 3)
			throw new IllegalArgumentException("Give START.pth RESULT.pth LEVEL...");
		final Map<String, Tensor> weights = new LinkedHashMap<>(Checkpoint.read(Path.of(arguments[0])).tensors());
		for (final String level : List.of(arguments).subList(2, arguments.length))
			weights.putAll(secondBlock(weights, level));
		Checkpoint.of(weights).write(Path.of(arguments[1]));
	}

	private static Map<String, Tensor> secondBlock(final Map<String, Tensor> weights, final String level) {
		final Map<String, Tensor> block = new LinkedHashMap<>();
		final String first = level + ".0.";
		final String second = level + ".1.";
		weights.forEach((name, tensor) -> {
			if (name.startsWith(second))
				throw new IllegalArgumentException(level + " has two blocks already");
			if (name.startsWith(first))
				block.put(second + name.substring(first.length()),
					name.contains("project_out") ? zeros(tensor) : tensor);
		});
		if (block.isEmpty())
			throw new IllegalArgumentException("there is no level " + level);
		return block;
	}

	private static Tensor zeros(final Tensor tensor) {
		return new Tensor(tensor.shape(), new float[tensor.data().length]);
	}
}
