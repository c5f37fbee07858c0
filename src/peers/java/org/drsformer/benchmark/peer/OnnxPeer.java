package org.drsformer.benchmark.peer;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** A network in ONNX Runtime. */
final class OnnxPeer implements Peer {

	private final OnnxFile file;
	private OnnxTensor image;
	private OrtSession.Result result;

	/** @param file is closed with this */
	OnnxPeer(final OnnxFile file) {
		this.file = file;
	}

	@Override
	public void take(final float[] planes, final int height, final int width) {
		final FloatBuffer values = ByteBuffer.allocateDirect(planes.length * Float.BYTES)
			.order(ByteOrder.nativeOrder())
			.asFloatBuffer();
		values.put(planes).flip();
		final long[] shape = { 1, planes.length / height / width, height, width };
		try {
			if (image != null)
				image.close();
			image = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), values, shape);
		}
		catch (final OrtException failure) {
			throw file.failure(failure);
		}
	}

	@Override
	public void pass() {
		if (result != null)
			result.close();
		try {
			result = file.session().run(Map.of(file.input(), image));
		}
		catch (final OrtException failure) {
			throw file.failure(failure);
		}
	}

	@Override
	public float[] result() {
		return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
	}

	@Override
	public void close() {
		if (result != null)
			result.close();
		if (image != null)
			image.close();
		file.close();
	}
}
