package org.drsformer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;

import org.drsformer.image.file.ImageFiles;
import org.drsformer.metric.noreference.GoldenScores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;

/** Runs the command in a SciJava context without a display, as a script does. */
class CompareImagesTest {

	private final Context context = new Context();
	private final ResultsTable results = ResultsTable.getResultsTable();

	@BeforeEach
	void clearResults() {
		results.setNaNEmptyCells(false);
		results.reset();
	}

	@AfterEach
	void stop() {
		context.dispose();
	}

	private Module run(final Object... inputs) throws Exception {
		return context.service(ModuleService.class)
			.run(context.service(CommandService.class).getCommand(CompareImages.class), true, inputs)
			.get();
	}

	private static ImagePlus image(final String folder) {
		return ImageFiles.read(
			Path.of(folder.equals("clean") ? "test-images" : "src/test/resources/test-images", folder, "raccoon.png"));
	}

	private static double mean(final Object map) {
		final float[] pixels = (float[]) ((ImagePlus) map).getProcessor().getPixels();
		double sum = 0;
		int count = 0;
		for (final float pixel : pixels)
			if (!Float.isNaN(pixel)) {
				sum += pixel;
				count++;
			}
		return sum / count;
	}

	/** The expected numbers are those of test_images_octave.csv. */
	@Test
	void aRowForEachProtocol() throws Exception {
		final Module module = run("result", image("light"), "target", image("clean"));
		assertEquals(results, module.getOutput("scores"));
		assertEquals(2, results.size());
		assertEquals("did-ddn", results.getStringValue("Protocol", 1));
		assertEquals(33.716550887957, results.getValue("PSNR", 0), 1e-9);
		assertEquals(0.96720126779525, results.getValue("SSIM", 1), 1e-10);
		assertNull(module.getOutput("ssimmap"));
		assertNull(module.getOutput("errormap"));
	}

	@Test
	void niqeScoresBothImages() throws Exception {
		run("result", image("light"), "target", image("clean"));
		run("result", image("light"), "target", image("clean"), "protocol", "niqe");
		assertEquals(4, results.size());
		assertEquals(GoldenScores.of("light_raccoon").niqe(), results.getValue("NIQE", 2), 1e-9);
		assertEquals(GoldenScores.of("clean_raccoon").niqe(), results.getValue("NIQE", 3), 1e-9);
		assertEquals(255, results.getValue("Data range", 3));
		assertTrue(Double.isNaN(results.getValue("NIQE", 0)), "no silent 0 in earlier rows");
		assertTrue(Double.isNaN(results.getValue("PSNR", 3)));
		run("result", image("light"), "target", image("clean"), "protocol", "rgb");
		assertTrue(Double.isNaN(results.getValue("NIQE", 4)));
	}

	@Test
	void theMapsHaveTheMeansOfTheScores() throws Exception {
		final ImagePlus result = image("light");
		result.getCalibration().pixelWidth = 0.25;
		result.getCalibration().setUnit("mm");
		final Module module = run("result", result, "target", image("clean"), "protocol", "rain200-spa", "ssim", true,
			"error", true);
		assertEquals(results.getValue("SSIM", 0), mean(module.getOutput("ssimmap")), 1e-7);
		assertEquals(results.getValue("MAE", 0), mean(module.getOutput("errormap")), 1e-5);
		for (final String output : new String[] { "ssimmap", "errormap" }) {
			final ImagePlus map = (ImagePlus) module.getOutput(output);
			assertEquals(result.getWidth(), map.getWidth());
			assertEquals(0.25, map.getCalibration().pixelWidth);
			assertEquals("mm", map.getCalibration().getUnit());
		}
		final ImagePlus ssim = (ImagePlus) module.getOutput("ssimmap");
		assertEquals(1, ssim.getDisplayRangeMax());
		final int[] colors = (int[]) ssim.getProcessor().convertToRGB().getPixels();
		assertEquals(0x5b7fa8, colors[0] & 0xffffff, "no window");
		for (int y = 5; y < ssim.getHeight() - 5; y++)
			for (int x = 5; x < ssim.getWidth() - 5; x++)
				assertTrue((colors[y * ssim.getWidth() + x] & 0xff) == (colors[y * ssim.getWidth() + x] >> 8 & 0xff),
					"gray");
	}

	@Test
	void aHyperstackHasMapsOfItsShape() throws Exception {
		final ImageStack one = new ImageStack(16, 12);
		final ImageStack other = new ImageStack(16, 12);
		for (int i = 0; i < 6; i++) {
			final byte[] pixels = new byte[192];
			Arrays.fill(pixels, (byte) i);
			one.addSlice("plane " + i, new ByteProcessor(16, 12, pixels));
			other.addSlice(new ByteProcessor(16, 12));
		}
		final ImagePlus result = new ImagePlus("film", one);
		result.setDimensions(1, 2, 3);
		final Module module = run("result", result, "target", new ImagePlus("clean", other), "error", true);
		final ImagePlus map = (ImagePlus) module.getOutput("errormap");
		assertEquals(3, map.getNFrames());
		assertEquals("plane 4", map.getStack().getSliceLabel(5));
		assertEquals(4, map.getStack().getVoxel(3, 3, 4));
		assertEquals(5, map.getDisplayRangeMax());
	}

	@Test
	void aProtocolThatRefusesIsTold() throws Exception {
		run("result", new ImagePlus("a", new ShortProcessor(16, 16)), "target",
			new ImagePlus("b", new ShortProcessor(16, 16)), "protocol", "published");
		assertEquals(2, results.size());
		assertEquals("did-ddn", results.getStringValue("Protocol", 0));
		assertTrue(results.getStringValue("Problem", 1).contains("8-bit"), results.getStringValue("Problem", 1));
		assertTrue(Double.isNaN(results.getValue("PSNR", 1)));
	}

	@Test
	void aStatedRangeScoresRealNumbers() throws Exception {
		run("result", new ImagePlus("a", new FloatProcessor(16, 16)), "target",
			new ImagePlus("b", new FloatProcessor(16, 16)), "protocol", "scientific", "range", 1.0, "ssim", true);
		assertEquals(Double.POSITIVE_INFINITY, results.getValue("PSNR", 0));
	}

	@ParameterizedTest
	@CsvSource({ "psnr, 16, 16, There is no protocol psnr", "all, 16, 12, differ in size",
		"niqe, 16, 16, two whole blocks", "brisque, 16, 16, The image is flat", "published, 9, 9, window",
		"rgb, 16, 16, -" })
	void whatCannotBeComparedIsASentence(final String protocol, final int size, final int other, final String sentence)
		throws Exception
	{
		final Cancelable command = (Cancelable) run("result", new ImagePlus("a", new ByteProcessor(size, size)),
			"target", new ImagePlus("b", new ByteProcessor(other, other)), "protocol", protocol);
		assertEquals(!"-".equals(sentence), command.isCanceled());
		assertTrue("-".equals(sentence) || command.getCancelReason().contains(sentence), command.getCancelReason());
		assertEquals("-".equals(sentence) ? 1 : 0, results.size());
	}

	/**
	 * Checks that maps and scores compare images as they are seen: an image and its negative with an inverted lookup
	 * table are the same.
	 */
	@Test
	void anInvertedLookupTable() throws Exception {
		final ImagePlus target = new ImagePlus("target", image("clean").getProcessor().convertToByte(false));
		final ImagePlus negative = target.duplicate();
		negative.getProcessor().invert();
		negative.getProcessor().invertLut();
		final Module module = run("result", negative, "target", target, "protocol", "rain200-spa", "ssim", true,
			"error", true);
		assertEquals(0, mean(module.getOutput("errormap")));
		assertEquals(1, mean(module.getOutput("ssimmap")));
	}
}
