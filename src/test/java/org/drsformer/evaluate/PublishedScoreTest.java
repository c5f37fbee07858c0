package org.drsformer.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublishedScoreTest {

	@ParameterizedTest
	@EnumSource(names = { "RAIN200L", "RAIN200H", "DID", "DDN", "SPA" })
	void hasEveryMethodOfTheTable(final DataSet dataSet) {
		final List<PublishedScore> scores = PublishedScore.of(dataSet);
		assertEquals(List.of("DSC", "GMM", "DDN", "RESCAN", "PReNet", "MSPFN", "RCDNet", "MPRNet", "DualGCN", "SPDNet",
			"Uformer", "Restormer", "IDT", "DRSformer"), scores.stream().map(PublishedScore::method).toList());
		assertTrue(scores.stream().allMatch(score -> score.psnr() <= scores.get(13).psnr()),
			"DRSformer has the best PSNR");
	}

	@ParameterizedTest
	@EnumSource(names = { "RAIN100L", "RAIN100H", "TEST100", "TEST1200", "TEST2800" })
	void hasEveryMethodOfTheTableOfRestormer(final DataSet dataSet) {
		final List<PublishedScore> scores = PublishedScore.of(dataSet);
		assertEquals(
			List.of("DerainNet", "SEMI", "DIDMDN", "UMRL", "RESCAN", "PreNet", "MSPFN", "MPRNet", "SPAIR", "Restormer"),
			scores.stream().map(PublishedScore::method).toList());
		assertTrue(scores.stream().allMatch(score -> score.psnr() <= scores.get(9).psnr()),
			"Restormer has the best PSNR");
		assertEquals("rain200-spa", dataSet.protocol().name());
	}

	/** The paper prints the averages of five sets; they are 33.96 dB and 0.935 for Restormer. */
	@Test
	void theRowsHaveTheAveragesOfThePaper() {
		final double[] averages = { 22.48, 22.88, 24.58, 28.02, 28.59, 29.42, 30.75, 32.73, 32.91, 33.96 };
		for (int method = 0; method < averages.length; method++) {
			double sum = 0;
			for (final DataSet dataSet : List.of(DataSet.RAIN100L, DataSet.RAIN100H, DataSet.TEST100, DataSet.TEST1200,
				DataSet.TEST2800))
				sum += PublishedScore.of(dataSet).get(method).psnr();
			assertEquals(averages[method], sum / 5, 0.015);
		}
	}

	@Test
	void columnsAreNotMixedUp() {
		assertEquals(new PublishedScore("Restormer", 38.99, 0.978), PublishedScore.of(DataSet.RAIN100L).get(9));
		assertEquals(new PublishedScore("MSPFN", 32.39, 0.916), PublishedScore.of(DataSet.TEST1200).get(6));
		assertEquals(new PublishedScore("Restormer", 32.00, 0.9329), PublishedScore.of(DataSet.RAIN200H).get(11));
		assertEquals(new PublishedScore("DSC", 34.95, 0.9416), PublishedScore.of(DataSet.SPA).get(0));
	}

	@Test
	void dataSetsByName() {
		assertEquals(DataSet.DID, DataSet.byName("did"));
		assertEquals("did-ddn", DataSet.DDN.protocol().name());
		assertEquals("rain200-spa", DataSet.SPA.protocol().name());
		assertThrows(DrsformerException.class, () -> DataSet.byName("rain100x"));
	}
}
