package org.drsformer.network;

import java.util.List;
import java.util.stream.IntStream;

import org.drsformer.network.configuration.Architecture;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;

/** The transformer blocks of one level of the encoder or the decoder, one after the other; perhaps none. */
final class Stage implements Block {

	private final List<TransformerBlock> blocks;

	Stage(final Architecture architecture, final Parameters parameters, final int count) {
		blocks = IntStream.range(0, count).mapToObj(i -> new TransformerBlock(architecture, parameters.at(i))).toList();
	}

	/** Returns the map after all blocks. */
	@Override
	public NDArray forward(final NDArray x, final Strips strips) {
		NDArray result = x;
		for (final TransformerBlock block : blocks)
			result = block.forward(result, strips);
		return result;
	}

	@Override
	public long macs() {
		return blocks.stream().mapToLong(TransformerBlock::macs).sum();
	}
}
