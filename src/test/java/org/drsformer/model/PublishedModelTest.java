package org.drsformer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.drsformer.DrsformerException;
import org.drsformer.evaluate.DataSet;
import org.drsformer.evaluate.PublishedScore;
import org.drsformer.evaluate.PublishedTable;
import org.drsformer.network.configuration.Architecture;
import org.drsformer.network.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedModelTest {

	/** The catalogue and the table of the paper are two files, which must agree. */
	@Test
	void agreesWithThePaperAboutEachDataSet() {
		assertEquals(Arrays.stream(DataSet.values())
			.filter(set -> set.table() == PublishedTable.DRSFORMER)
			.map(DataSet::key)
			.toList(), PublishedModel.of(Architecture.DRSFORMER).stream().map(PublishedModel::name).toList());
		for (final PublishedModel model : PublishedModel.of(Architecture.DRSFORMER)) {
			final DataSet dataSet = DataSet.byName(model.name());
			final PublishedScore score = PublishedScore.of(dataSet)
				.stream()
				.filter(row -> row.method().equals("DRSformer"))
				.findFirst()
				.orElseThrow();
			assertEquals(score.psnr(), model.score().psnr());
			assertEquals(score.ssim(), model.score().ssim());
			assertEquals(dataSet.title(), model.title());
			assertEquals(dataSet.protocol().name(), model.score().protocol());
		}
	}

	@Test
	void everyLinkIsAnotherOne() {
		final var links = new HashSet<>();
		final List<PublishedModel> models = PublishedModel.of(Architecture.DRSFORMER);
		models.forEach(model -> links.addAll(List.of(model.google(), model.baidu())));
		assertEquals(10, links.size());
		models.forEach(model -> assertTrue(
			model.google().getHost().equals("drive.google.com") && model.baidu().getHost().equals("pan.baidu.com"),
			model.name()));
	}

	/** The counts come from the manifests of the fixtures full48_mefc and full48_200L_SPA. */
	@ParameterizedTest
	@CsvSource({ "rain200l,false,32610304", "rain200h,true,33655424", "did,true,33655424", "ddn,true,33655424",
		"spa,false,32610304" })
	void hasTheSizeOfItsVariant(final String name, final boolean mefc, final long parameters) {
		final PublishedModel model = PublishedModel.byName(name).orElseThrow();
		assertEquals(mefc, model.configuration().mefc());
		assertEquals(parameters, model.configuration().parameterCount());
	}

	/** The counts come from the published layout; without the biases of its layer normalisations it has 26,111,668. */
	@ParameterizedTest
	@CsvSource({ "restormer-derain,DERAIN,3,26126644", "restormer-motion-deblur,DEBLUR,3,26126644",
		"restormer-defocus-deblur,DEBLUR,3,26126644", "restormer-real-denoise,DENOISE,3,26111668",
		"restormer-color-denoise-blind,DENOISE,3,26111668", "restormer-color-denoise-sigma50,DENOISE,3,26111668",
		"restormer-gray-denoise-blind,DENOISE,1,26109076", "restormer-gray-denoise-sigma15,DENOISE,1,26109076",
		"restormer-dual-pixel-deblur,DEBLUR,6,26132548" })
	void restormerIsThereForEachTask(final String name, final Task task, final int channels, final long parameters) {
		final PublishedModel model = PublishedModel.byName(name).orElseThrow();
		assertEquals(task, model.task());
		assertEquals(channels, model.configuration().inputChannels());
		assertEquals(parameters, model.configuration().parameterCount());
		assertEquals("non-commercial, download it yourself", PublishedModel.licence(model.architecture()));
	}

	@Test
	void restormersHaveLinksAndOtherNamesThanModelsThatComeAlong() {
		assertEquals(13, PublishedModel.of(Architecture.RESTORMER).size());
		assertEquals(18, PublishedModel.all().stream().map(PublishedModel::name).distinct().count());
		for (final PublishedModel model : PublishedModel.of(Architecture.RESTORMER)) {
			assertEquals("drive.google.com", model.google().getHost());
			assertEquals(model.name(), ModelName.check(model.name()));
			// the name alone tells the task too, for a file that is not imported
			assertEquals(model.task(), Task.ofName(model.name()));
		}
	}

	/** The names of the authors' files, and names of users. */
	@ParameterizedTest
	@CsvSource({ "deraining,DERAIN", "motion_deblurring,DEBLUR", "single_image_defocus_deblurring,DEBLUR",
		"real_denoising,DENOISE", "Gaussian_Gray_Denoising_blind,DENOISE", "compact,DERAIN", "night,DERAIN" })
	void namesTellTheTask(final String name, final Task task) {
		assertEquals(task, Task.ofName(name));
	}

	/** The authors' files, as browsers save them; that for rain is called as any other for rain. */
	@ParameterizedTest
	@CsvSource({ "motion_deblurring.pth,restormer-motion-deblur",
		"single_image_defocus_deblurring.pth,restormer-defocus-deblur",
		"dual_pixel_defocus_deblurring (1).pth,restormer-dual-pixel-deblur",
		"real_denoising.pth,restormer-real-denoise", "gaussian_gray_denoising_blind.pth,restormer-gray-denoise-blind",
		"gaussian_color_denoising_sigma15.pth,restormer-color-denoise-sigma15", "deraining.pth,",
		"restormer_deraining.pth,restormer-derain", "DRSformer_Rain200H.pth,rain200h" })
	void downloadedFilesAreRecognised(final String file, final String name) {
		assertEquals(Optional.ofNullable(name), PublishedModel.guess(Path.of(file)).map(PublishedModel::name));
	}

	/** A path tells its task as an imported model does, whatever the separators. */
	@ParameterizedTest
	@CsvSource({ "/data/real_denoising.pth,DENOISE", "C:\\models\\my-deblur.safetensors,DEBLUR",
		"/data/denoised/street.pth,DERAIN", "restormer-gray-denoise-sigma25,DENOISE", "compact,DERAIN", "v1.2,DERAIN",
		"street.denoise,DENOISE" })
	void pathsTellTheTask(final String nameOrPath, final Task task) {
		assertEquals(task, Task.ofModel(nameOrPath));
	}

	@Test
	void aRestormerOfAnotherVariantDoesNotFit() {
		final PublishedModel color = PublishedModel.byName("restormer-color-denoise-blind").orElseThrow();
		final PublishedModel gray = PublishedModel.byName("restormer-gray-denoise-blind").orElseThrow();
		final String sentence = assertThrows(DrsformerException.class,
			() -> gray.requireFits(color.configuration(), "x.pth")).getMessage();
		assertTrue(
			sentence.contains("biasfree, but the published one has Restormer") && sentence.contains("biasfree, gray"),
			sentence);
	}

	/** The text of a DRSformer does not tell its channels, but they count. */
	@Test
	void otherChannelsDoNotFit() {
		final PublishedModel model = PublishedModel.byName("rain200l").orElseThrow();
		final Configuration rgb = model.configuration();
		final Configuration gray = new Configuration(1, 1, rgb.dim(), rgb.blocks(), rgb.heads(), rgb.expansion(), false,
			rgb.layerNorm(), false);
		final String sentence = assertThrows(DrsformerException.class, () -> model.requireFits(gray, "x.pth"))
			.getMessage();
		assertTrue(sentence.contains("it has channels 1, not 3"), sentence);
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
