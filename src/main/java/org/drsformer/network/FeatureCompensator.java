package org.drsformer.network;

import java.util.List;
import java.util.stream.IntStream;

import org.drsformer.network.layer.Activations;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.layer.Pointwise;
import org.drsformer.network.strip.PixelCost;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * Mixture of experts feature compensator, MEFC, of DRSformer (figure 2d and equation 6 of its paper): relu(1x1 x), then
 * four steps of {@link CompensatorStep eight experts} each, weighted by an {@link ExpertGate} that sees the average of
 * x.
 */
final class FeatureCompensator implements Block {

	private final ExpertGate gate;
	private final Pointwise preprocess;
	private final PixelCost preprocessing;
	private final List<CompensatorStep> steps;

	FeatureCompensator(final Parameters parameters) {
		final Parameters group = parameters.at("layers").at(1);
		gate = new ExpertGate(parameters.at("layers").at(0).at("ca_fc"));
		preprocess = Pointwise.of(group.at("preprocess").at("op"), "0");
		final long dim = preprocess.weight().getShape().get(0);
		preprocessing = new PixelCost(0, floats(dim), dim * dim);
		steps = IntStream.range(0, gate.steps()).mapToObj(i -> new CompensatorStep(group.at("_ops").at(i))).toList();
	}

	private static long floats(final long dim) {
		final long input = 1;
		final long result = 2; // before and after relu
		final long pending = 1; // the result of the strip before, until this one is computed
		return dim * (input + result + pending);
	}

	@Override
	public NDArray forward(final NDArray x, final Strips strips) {
		try (NDArray weights = gate.forward(x, strips)) {
			NDArray result = strips.replace(x, preprocessing,
				(strip, rows) -> Activations.relu(preprocess.forward(rows)));
			for (int i = 0; i < steps.size(); i++) {
				try (NDArray ofStep = weights.get(new NDIndex().addAllDim().addIndices(i))) {
					result = steps.get(i).forward(result, ofStep, strips);
				}
			}
			return result;
		}
	}

	@Override
	public long macs() {
		return preprocessing.macs() + steps.stream().mapToLong(CompensatorStep::macs).sum();
	}
}
