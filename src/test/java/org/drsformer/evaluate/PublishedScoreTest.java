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
	@EnumSource
	void hasEveryMethodOfTheTable(final DataSet dataSet) {
		final List<PublishedScore> scores = PublishedScore.of(dataSet);
		assertEquals(List.of("DSC", "GMM", "DDN", "RESCAN", "PReNet", "MSPFN", "RCDNet", "MPRNet", "DualGCN", "SPDNet",
			"Uformer", "Restormer", "IDT", "DRSformer"), scores.stream().map(PublishedScore::method).toList());
		assertTrue(scores.stream().allMatch(score -> score.psnr() <= scores.get(13).psnr()),
			"DRSformer has the best PSNR");
	}

	@Test
	void columnsAreNotMixedUp() {
		assertEquals(new PublishedScore("Restormer", 32.00, 0.9329), PublishedScore.of(DataSet.RAIN200H).get(11));
		assertEquals(new PublishedScore("DSC", 34.95, 0.9416), PublishedScore.of(DataSet.SPA).get(0));
	}

	@Test
	void dataSetsByName() {
		assertEquals(DataSet.DID, DataSet.byName("did"));
		assertEquals("did-ddn", DataSet.DDN.protocol().name());
		assertEquals("rain200-spa", DataSet.SPA.protocol().name());
		assertThrows(DrsformerException.class, () -> DataSet.byName("rain100h"));
	}
}
