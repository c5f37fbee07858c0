package org.drsformer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.evaluate.DataSet;
import org.drsformer.evaluate.PublishedScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedModelTest {

	/** The catalogue and the table of the paper are two files, which must agree. */
	@Test
	void agreesWithThePaperAboutEachDataSet() {
		assertEquals(List.of(DataSet.values()).stream().map(DataSet::key).toList(),
			PublishedModel.all().stream().map(PublishedModel::name).toList());
		for (final PublishedModel model : PublishedModel.all()) {
			final DataSet dataSet = DataSet.byName(model.name());
			final PublishedScore score = PublishedScore.of(dataSet)
				.stream()
				.filter(row -> row.method().equals("DRSformer"))
				.findFirst()
				.orElseThrow();
			assertEquals(score.psnr(), model.psnr());
			assertEquals(score.ssim(), model.ssim());
			assertEquals(dataSet.title(), model.title());
			assertEquals(dataSet.protocol().name(), model.protocol());
		}
	}

	@Test
	void everyLinkIsAnotherOne() {
		final var links = new HashSet<>();
		PublishedModel.all().forEach(model -> links.addAll(List.of(model.google(), model.baidu())));
		assertEquals(10, links.size());
		PublishedModel.all()
			.forEach(model -> assertTrue(
				model.google().getHost().equals("drive.google.com") && model.baidu().getHost().equals("pan.baidu.com"),
				model.name()));
	}

	/** The counts come from the manifests of the fixtures full48_mefc and full48_200L_SPA. */
	@ParameterizedTest
	@CsvSource({ "rain200l,false,32610304", "rain200h,true,33655424", "did,true,33655424", "ddn,true,33655424",
		"spa,false,32610304" })
	void hasTheSizeOfItsVariant(final String name, final boolean mefc, final long parameters) {
		final PublishedModel model = PublishedModel.byName(name).orElseThrow();
		assertEquals(mefc, model.mefc());
		assertEquals(parameters, model.configuration().parameterCount());
	}

	@Test
	void anotherVariantDoesNotFit() {
		final PublishedModel with = PublishedModel.byName("rain200h").orElseThrow();
		final PublishedModel without = PublishedModel.byName("rain200l").orElseThrow();
		with.requireFits(with.configuration(), "x.pth");
		final String sentence = assertThrows(DrsformerException.class,
			() -> with.requireFits(without.configuration(), "x.pth")).getMessage();
		assertTrue(sentence.contains("x.pth") && sentence.contains("Rain200H") && sentence.contains("without MEFC")
			&& sentence.contains("with MEFC") && sentence.contains(with.google().toString()), sentence);
	}
}
