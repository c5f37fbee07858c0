package org.drsformer.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.drsformer.engine.FusedOperations.Activation;
import org.drsformer.network.Inference;
import org.drsformer.network.layer.Convolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** On processors for which every build of libtorch has oneDNN. */
@EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
@ExtendWith(Inference.class)
class FusedOperationsTest {

	private static final Shape LARGE = new Shape(1, 72, 80, 48);
	private static final float TOLERANCE = 1e-5f;

	@ParameterizedTest
	@CsvSource({ "RELU,3,48,true", "RELU,5,48,false", "RELU,3,1,false", "GELU,3,48,false", "GELU,3,48,true",
		"GELU,1,1,true" })
	void convolutionsAreAsOneOperationAfterTheOther(final Activation activation, final int size, final int groups,
		final boolean withBias, final NDManager manager)
	{
		final NDArray x = manager.randomNormal(LARGE);
		final NDArray weight = manager.randomNormal(0, 0.05f, new Shape(48, 48 / groups, size, size), DataType.FLOAT32);
		final NDArray bias = withBias ? manager.randomNormal(new Shape(48)) : null;
		final Convolution convolution = new Convolution(weight, bias, groups);
		final NDArray plain = convolution.forward(x);
		final NDArray fused = FusedOperations.convolution(x.transpose(0, 3, 1, 2), weight, bias, groups, activation)
			.transpose(0, 2, 3, 1);
		final boolean relu = activation == Activation.RELU;
		final float[] right = (relu ? ai.djl.nn.Activation.relu(plain) : ai.djl.nn.Activation.gelu(plain))
			.toFloatArray();
		assertArrayEquals(right, fused.toFloatArray(), TOLERANCE);
		assertArrayEquals(right, (relu ? convolution.forwardRelu(x) : convolution.forwardGelu(x)).toFloatArray(),
			TOLERANCE);
	}

	@Test
	void reluChangesTheArray(final NDManager manager) {
		final NDArray x = manager.randomNormal(LARGE);
		final float[] right = ai.djl.nn.Activation.relu(x).toFloatArray();
		FusedOperations.relu(x);
		assertArrayEquals(right, x.toFloatArray());
	}

	@Test
	void theyAreForLargeArraysOfSinglePrecision(final NDManager manager) {
		assertTrue(FusedOperations.apply(manager.ones(LARGE)));
		assertFalse(FusedOperations.apply(manager.ones(new Shape(1, 64, 64, 16))));
		assertFalse(FusedOperations.apply(manager.ones(LARGE, DataType.FLOAT64)));
	}

	@Test
	void theyAreNotForGradients(final NDManager manager) {
		final NDArray x = manager.ones(LARGE);
		assertEquals(false, Torch.record(() -> FusedOperations.apply(x)));
	}
}
