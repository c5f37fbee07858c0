package org.drsformer.benchmark.peer;

import org.drsformer.Progress;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;
import org.drsformer.network.RestorationNetwork;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** A network in this software. */
final class OurPeer implements Peer {

	private final int threads;
	private final NDManager manager;
	private final RestorationNetwork network;
	private NDArray image;
	private NDArray result;

	/** @param nameOrPath see {@link ModelLibrary#find} */
	OurPeer(final String nameOrPath, final int threads) {
		this.threads = threads;
		final Model model = ModelLibrary.ofUser().find(nameOrPath);
		Torch.setThreads(threads);
		manager = Torch.newManager(ComputeDevice.CPU);
		network = Torch.own(manager, own -> Torch
			.infer(() -> model.load(weights -> RestorationNetwork.of(model.configuration(), weights, own))));
	}

	@Override
	public void take(final float[] planes, final int height, final int width) {
		if (image != null)
			image.close();
		final int channels = planes.length / height / width;
		image = manager.create(Planes.interleaved(planes, channels), new Shape(1, height, width, channels));
	}

	@Override
	public void pass() {
		if (result != null)
			result.close();
		result = Torch.infer(() -> network.forward(image, Long.MAX_VALUE, threads, Progress.NONE));
	}

	@Override
	public float[] result() {
		return Planes.ofInterleaved(result.toFloatArray(), (int) result.getShape().get(3));
	}

	@Override
	public void close() {
		network.close();
		manager.close();
	}
}
