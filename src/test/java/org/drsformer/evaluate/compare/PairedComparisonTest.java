package org.drsformer.evaluate.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.drsformer.evaluate.score.Measure;
import org.drsformer.metric.Protocol;
import org.drsformer.metric.noreference.NoReference;
import org.junit.jupiter.api.Test;

/** Compares with SciPy 1.17.1: {@code scipy.stats.wilcoxon} and {@code bootstrap} (percentile, 200,000 samples). */
class PairedComparisonTest {

	private static final double[] SIXTY = { -0.451791, 0.025283, 1.863724, 0.859148, -1.441397, 0.194797, -0.423464,
		0.348632, -1.408188, 0.441772, 0.435381, 1.775626, 0.516645, 0.710547, -1.293117, 2.452729, -1.715646, 1.301802,
		-0.129904, -0.680647, -0.456285, -0.472015, 0.580189, 0.089941, 1.682571, -1.629604, 0.196919, -0.692056,
		0.975872, -1.91806, -0.143694, 0.410173, -1.284269, 1.185216, 0.378713, 1.206857, 1.159185, -0.779855,
		-0.597796, -0.003332, 0.94796, 1.050967, -0.509685, -0.407197, -0.597823, -0.384238, -0.037923, 0.068185,
		2.258114, -0.306404, -0.088724, 0.658578, -0.753074, -0.168627, 0.213318, 0.974146, -1.116015, 1.571469,
		-0.152457, 0.369416 };

	private static final double[] SIX = { 1.2, -0.4, 2.5, 0.3, 0.9, 1.7 };

	@Test
	void exactProbabilities() {
		assertEquals(0.09375, SignedRankTest.p(SIX), 1e-15);
		assertEquals(0.001953125, SignedRankTest.p(0.1, 0.2, 0.3, 0.4, 0.55, 0.6, 0.7, 0.8, 0.9, 1.05), 1e-15);
		assertEquals(0.03125, SignedRankTest.p(-1.2, -0.4, -2.5, 0.3, -0.9, -1.7, -3.1), 1e-15);
		assertEquals(1, SignedRankTest.p(3));
	}

	@Test
	void tiesAndZeros() {
		assertEquals(0.033203125, SignedRankTest.p(1, 1, -1, 2, 3, -2, 4, 5, 5, 6), 1e-15);
		assertEquals(0.109375, SignedRankTest.p(0, 1.5, -0.5, 2.5, 3.5, 0, 4.5, -1.25, 0.75), 1e-15);
		assertTrue(Double.isNaN(SignedRankTest.p(0, 0)));
		assertTrue(Double.isNaN(SignedRankTest.p()));
	}

	@Test
	void manyDifferences() {
		assertEquals(0.49823626254144004, SignedRankTest.p(SIXTY), 1e-12);
	}

	@Test
	void intervals() {
		final Bootstrap sixty = Bootstrap.of(SIXTY);
		assertEquals(-0.1338, sixty.lower(), 0.01);
		assertEquals(0.3643, sixty.upper(), 0.01);
		assertEquals(0.3, Bootstrap.of(SIX).lower(), 0.04);
		assertEquals(1.783, Bootstrap.of(SIX).upper(), 0.04);
		assertEquals(sixty, Bootstrap.of(SIXTY), "the same at each call");
		assertTrue(Double.isNaN(Bootstrap.of(1).lower()));
	}

	@Test
	void imagesThatBothHaveAndThatAreFiniteCount() {
		final Measure psnr = Measure.psnr(Protocol.rain200Spa());
		final PairedComparison comparison = PairedComparison.of(psnr, "new", "old",
			Map.of("a", 30.0, "b", 28.0, "c", Double.POSITIVE_INFINITY, "d", 20.0, "e", Double.POSITIVE_INFINITY),
			Map.of("a", 29.0, "b", 28.5, "c", 40.0, "x", 1.0, "e", Double.POSITIVE_INFINITY));
		assertEquals(2, comparison.pairs());
		assertEquals(2, comparison.leftOut());
		assertEquals(1, comparison.better());
		assertEquals(0.25, comparison.difference());
	}

	@Test
	void lowerIsBetterWithoutATarget() {
		final PairedComparison comparison = PairedComparison.of(Measure.of(NoReference.niqe()), "new", "old",
			Map.of("a", 3.0, "b", 4.0, "c", 5.0), Map.of("a", 4.0, "b", 5.0, "c", 4.5));
		assertEquals(2, comparison.better());
		assertEquals(-0.5, comparison.difference());
	}
}
