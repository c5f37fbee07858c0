package org.drsformer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;

import org.drsformer.Npy;
import org.drsformer.network.GoldenNetwork.Entry;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/** The reference of other tests is the original network: in float64 the results are equal in all digits that matter. */
@ExtendWith(Inference.class)
class PlainReferenceTest {

	private static final double DOUBLE = 1e-12;
	private static final double GAP = 1e-9;

	static Stream<Entry> raw() {
		return GoldenNetwork.entries("raw", GoldenNetwork.SMALL);
	}

	/** The library is the same, so even exact ties are broken as in the original. */
	@ParameterizedTest
	@MethodSource("raw")
	void doublePrecisionGivesTheGoldenValues(final Entry raw, final NDManager manager) {
		final TopKGap gap = new TopKGap();
		forward(raw, DataType.FLOAT64, manager, gap).assertWithin(DOUBLE, raw.toString());
		if (raw.json().has("topk_gap_f64"))
			assertEquals(raw.json().getAsJsonObject("topk_gap_f64").get("min").getAsDouble(), gap.smallest(), GAP);
	}

	@ParameterizedTest
	@MethodSource("raw")
	void singlePrecisionIsClose(final Entry raw, final NDManager manager) {
		forward(raw, DataType.FLOAT32, manager, null).assertWithin(Deviation.CLOSE, raw.toString());
	}

	private static Deviation forward(final Entry raw, final DataType type, final NDManager manager, final TopKGap gap) {
		final GoldenNetwork golden = raw.load();
		final PlainReference reference = new PlainReference(golden.configuration(),
			PlainReference.arrays(golden.weights(), type, manager), gap);
		final Npy input = golden.array(raw.text("input"));
		final int[] s = input.shape();
		try (NDArray image = manager.create(input.floats(), new Shape(s[0], s[1], s[2], s[3])).toType(type, false);
			NDArray result = reference.forward(image);
			NDArray doubles = result.toType(DataType.FLOAT64, true)) {
			return Deviation.between(golden.array(raw.text("f64")).data(), doubles.toDoubleArray());
		}
	}
}
