package org.drsformer.network;

import java.util.stream.Stream;

import org.drsformer.Progress;
import org.drsformer.network.GoldenBlocks.GoldenBlock;
import org.drsformer.network.strip.Strips;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** Tests each block by itself on the golden output of the block before it, which shows the place of a fault. */
@ExtendWith(Inference.class)
class BlockTest {

	private static final StripBudget[] BUDGETS = { StripBudget.RECORDING, StripBudget.WHOLE, StripBudget.MANY,
		StripBudget.MINIMAL };

	@TestFactory
	Stream<DynamicNode> plain(final NDManager manager) {
		return blocks("d8_plain", manager);
	}

	@TestFactory
	Stream<DynamicNode> compensatedBiasFreeNormBiasesOneChannel(final NDManager manager) {
		return blocks("d8_mefc_biasfree_bias_1ch", manager);
	}

	@TestFactory
	Stream<DynamicNode> compensated(final NDManager manager) {
		return blocks("d16_mefc", manager);
	}

	@TestFactory
	Stream<DynamicNode> restormer(final NDManager manager) {
		return blocks("r_d8_withbias", manager);
	}

	@TestFactory
	Stream<DynamicNode> restormerBiasFreeNormBiasesOneChannel(final NDManager manager) {
		return blocks("r_d8_biasfree_bias_gray", manager);
	}

	@TestFactory
	Stream<DynamicNode> restormerOfTwoViews(final NDManager manager) {
		return blocks("r_d8_dual_pixel", manager);
	}

	private static Stream<DynamicNode> blocks(final String name, final NDManager manager) {
		final GoldenNetwork golden = GoldenNetwork.load(name);
		return GoldenBlocks.of(golden, manager)
			.entrySet()
			.stream()
			.map(entry -> DynamicTest.dynamicTest(entry.getKey(),
				() -> check(golden, entry.getKey(), entry.getValue())));
	}

	private static void check(final GoldenNetwork golden, final String name, final GoldenBlock block) {
		for (final StripBudget budget : BUDGETS) {
			final Strips strips = budget.strips(golden.configuration(), block.expected().getShape(), Progress.NONE);
			Deviation.between(values(block.expected()), values(block.actual().apply(strips)))
				.assertWithin(Deviation.CLOSE, golden.name() + " " + name + ", " + budget);
		}
	}

	private static double[] values(final NDArray array) {
		final float[] floats = array.toFloatArray();
		final double[] values = new double[floats.length];
		for (int i = 0; i < values.length; i++)
			values[i] = floats[i];
		return values;
	}
}
