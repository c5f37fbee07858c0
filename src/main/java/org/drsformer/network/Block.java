package org.drsformer.network;

import org.drsformer.network.strip.Strips;

import ai.djl.ndarray.NDArray;

/** A part of the network whose result has the shape of its input. */
interface Block {

	/** Returns the map after the block, (N, H, W, C) like x, which is consumed. */
	NDArray forward(NDArray x, Strips strips);

	/** Returns the multiply-adds for each pixel. */
	long macs();
}
