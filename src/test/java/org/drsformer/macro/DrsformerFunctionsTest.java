package org.drsformer.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.GraphicsEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.drsformer.image.file.ImageFiles;
import org.drsformer.metric.noreference.GoldenScores;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;

/** Runs the macro functions in ImageJ's interpreter, in a JVM without a display. */
class DrsformerFunctionsTest {

	@TempDir
	private Path folder;

	@BeforeAll
	static void headless() {
		assertTrue(GraphicsEnvironment.isHeadless());
	}

	@BeforeEach
	void closeEverything() {
		MacroRun.plain("close('*');");
		ResultsTable.getResultsTable().reset();
	}

	private static String returned(final String macro) {
		final MacroRun run = MacroRun.of(macro);
		assertFalse(run.aborted(), run.errors());
		return run.returned();
	}

	@Test
	void theResultIsTheActiveImageAndHasItsTitle() {
		assertEquals("cat-derained.png 132 cat-derained-1.png", returned("""
			open(Ext.samples() + "rainy/cat.png");
			Ext.derain();
			title = getTitle();
			selectImage("cat.png");
			selectImage("cat-derained.png");
			width = getWidth();
			selectImage("cat.png");
			Ext.derain();
			return title + " " + width + " " + getTitle();
			"""));
	}

	/** Scores the colours that are seen, not their indices. */
	@Test
	void palettesAreColours() throws Exception {
		final Path palettes = Path.of("src/test/resources/look").toAbsolutePath();
		ImageIO.write(new ColorProcessor(ImageIO.read(palettes.resolve("palette.png").toFile())).getBufferedImage(),
			"png", folder.resolve("colours.png").toFile());
		assertEquals("8 24 Infinity", returned("""
			open("%s");
			open("%s/palette.gif");
			before = bitDepth();
			Ext.psnr("palette.gif", "colours.png", psnr);
			Ext.derain();
			return "" + before + " " + bitDepth() + " " + psnr;
			""".formatted(folder.resolve("colours.png"), palettes)));
	}

	@Test
	void scoresAreNumbers() {
		assertEquals("1 1 1 Infinity", returned("""
			folder = Ext.samples();
			open(folder + "clean/cat.png");
			rename("clean");
			open(folder + "rainy/cat.png");
			id = getImageID();
			Ext.psnr("cat.png", "clean", before);
			Ext.psnr(id, "clean", same);
			Ext.derain();
			Ext.psnr(getTitle(), "clean", after);
			Ext.ssim(getTitle(), "clean", similarity);
			Ext.psnr("clean", "clean", perfect);
			same = (before == same);
			better = (after > before + 1);
			similar = (similarity > 0.8 && similarity < 1);
			return "" + same + " " + better + " " + similar + " " + perfect;
			"""));
	}

	@Test
	void aFolderIsDerainedAndEvaluatedIntoTheResultsTable() throws Exception {
		assertEquals("2 2 cat PSNR against clean", returned("""
			folder = Ext.samples();
			Ext.derainFolder(folder + "rainy", "FOLDER", done);
			Ext.evaluateFolder("FOLDER", folder + "clean", scored);
			Ext.plotScores("psnr");
			return "" + done + " " + scored + " " + getResultString("Image", 0) + " " + getTitle();
			""".replace("FOLDER", folder.resolve("new").toString())));
		assertTrue(Files.size(folder.resolve("new/raccoon.png")) > 0);
		assertEquals(2, ResultsTable.getResultsTable().size());
	}

	@Test
	void aTreeIsDerainedAndEvaluated() throws Exception {
		for (final String set : new String[] { "x", "y" })
			Files.copy(Path.of("src/main/resources/org/drsformer/macro/rainy/cat.png"),
				Files.createDirectories(folder.resolve("rainy").resolve(set)).resolve("cat.png"));
		assertEquals("2 2 x/cat y/cat", returned("""
			Ext.set("recursive", true);
			Ext.derainFolder("FOLDER/rainy", "FOLDER/derained", done);
			Ext.evaluateFolder("FOLDER/derained", Ext.samples() + "clean", scored);
			return "" + done + " " + scored + " " + getResultString("Image", 0) + " " + getResultString("Image", 1);
			""".replace("FOLDER", folder.toString())));
		final MacroRun flat = MacroRun.of("""
			Ext.set("recursive", true);
			Ext.set("recursive", "false");
			Ext.derainFolder("FOLDER/rainy", "FOLDER/other", done);
			""".replace("FOLDER", folder.toString()));
		assertTrue(flat.errors().contains("rainy has no images in it"), flat.errors());
	}

	@Test
	void croppedResultsAreScored() throws Exception {
		final ImagePlus rainy = ImageFiles.read(Path.of("src/main/resources/org/drsformer/macro/rainy/cat.png"));
		rainy.setRoi(4, 4, rainy.getWidth() - 8, rainy.getHeight() - 8);
		ImageFiles.write(rainy.crop(), folder.resolve("cat.png"));
		Files.copy(Path.of("src/main/resources/org/drsformer/macro/clean/cat.png"),
			Files.createDirectory(folder.resolve("clean")).resolve("cat.png"));
		assertEquals("0 1 1", returned("""
			Ext.evaluateFolder("FOLDER", "FOLDER/clean", whole);
			problem = getResultString("Problem", 0);
			Ext.set("crop", 4);
			Ext.evaluateFolder("FOLDER", "FOLDER/clean", bare);
			return "" + whole + " " + (indexOf(problem, "differ in size") > 0) + " " + bare;
			""".replace("FOLDER", folder.toString())));
	}

	@Test
	void niqeAndBrisqueOfAnOpenImage() {
		final GoldenScores.Golden golden = GoldenScores.of("clean_cat");
		assertEquals(String.format(Locale.ROOT, "%.6f %.6f", golden.niqe(), golden.brisque()), returned("""
			open("test-images/clean/cat.png");
			Ext.niqe("cat.png", niqe);
			Ext.brisque(getImageID(), brisque);
			return d2s(niqe, 6) + " " + d2s(brisque, 6);
			"""));
	}

	@Test
	void aFolderIsEvaluatedWithoutTargets() {
		assertEquals("5 coffee NIQE (lower is better)", returned("""
			Ext.set("protocol", "niqe");
			Ext.evaluateFolder("test-images/clean", "", count);
			Ext.plotScores("niqe");
			return "" + count + " " + getResultString("Image", 2) + " " + getTitle();
			"""));
		assertEquals(GoldenScores.of("clean_coffee").niqe(), ResultsTable.getResultsTable().getValue("NIQE", 2), 1e-9);
	}

	@Test
	void modelsVersionAndSettings() {
		assertEquals("compact", returned("models = split(Ext.models(), '\\n'); Ext.useModel(models[0]);" +
			"Ext.set('device', 'cpu'); Ext.set('range', '0..255'); Ext.set('protocol', 'rgb'); return models[0];"));
		assertFalse(returned("return Ext.version();").isEmpty());
	}

	@ParameterizedTest
	@ValueSource(
		strings = { "run('DRSformer Macro Functions');", "Ext.install('org.drsformer.macro.DrsformerFunctions');",
			"call('org.drsformer.macro.DrsformerFunctions.register');" })
	void oneLineRegistersThem(final String line) {
		final MacroRun run = MacroRun.plain(line + "return Ext.lastError();");
		assertEquals(MacroError.last(), run.returned());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Ext.derain();|There is no image open", //
		"Ext.useModel('rain200x');|There is no model \"rain200x\"", //
		"Ext.set('device', 'tpu');|There is no device \"tpu\"", //
		"Ext.set('tile', '64');|There is no setting \"tile\"; use one of device, range, protocol," +
			" recursive, crop.", //
		"Ext.set('recursive', 'maybe');|The setting recursive cannot be \"maybe\"; use true or false.", //
		"Ext.set('crop', 'half');|The crop 'half' cannot be used; give common, or the number of pixels", //
		"Ext.psnr('a', 'b', x);|no open image with the title or id \"a\"; no image is open.", //
		"newImage('one', '8-bit', 16, 16, 1); Ext.ssim('one', '-999', x);|\"-999\"; the open images are one.", //
		"newImage('a', '8-bit', 16, 16, 1); newImage('b', '8-bit', 16, 12, 1); Ext.psnr('a', 'b', x);|differ in" +
			" size", //
		"Ext.derainFolder('nowhere', 'target/none');|There is no file or folder nowhere", //
		"Ext.derainFolder('', 'target/none');|The path of a file or folder is empty", //
		"Ext.evaluateFolder('nowhere', 'x');|There is no folder", //
		"Ext.derainFolder(' ', 'target/none');|The path of a file or folder is empty", //
		"Ext.derainFolder('a' + fromCharCode(0), 'target/none');|A file or folder named", //
		"Ext.psnr(4294967298, 0.5, x);|There is no open image with the title or id \"4.2950E9\"", //
		"Ext.psnr(NaN, NaN, x);|There is no open image with the title or id \"NaN\"", //
		"Ext.psnr(-4294967297, 0, x);|There is no open image with the title or id \"-4.2950E9\"", //
		"Ext.set('range', 1e400);|\"Infinity\" is not a value range", //
		"Ext.set('range', '0..1e400');|The value range 0..Infinity is invalid", //
		"Ext.set('device', 1);|There is no device \"1\"", //
		"Ext.useModel(3);|There is no model \"3\"", //
		"Ext.plotScores('psnr');|call Ext.evaluateFolder first", //
		"Ext.niqe('a', x);|no open image with the title or id \"a\"", //
		"newImage('a', '8-bit', 16, 16, 1); Ext.niqe('a', x);|NIQE needs at least two whole blocks", //
		"newImage('a', '32-bit', 300, 300, 1); Ext.brisque('a', x);|BRISQUE scores 8-bit, 16-bit and RGB images", //
		"Ext.evaluateFolder('test-images/clean', '');|scores against clean targets" })
	void failuresAbortWithASentence(final String macro, final String sentence) {
		final MacroRun run = MacroRun.of(macro + "\nprint('went on');");
		assertTrue(run.aborted());
		assertTrue(run.errors().startsWith("Macro Error: ") && run.errors().contains(sentence), run.errors());
		assertTrue(run.errors().endsWith("in line 2\n") && !run.errors().contains("\tat "), run.errors());
		assertTrue(returned("return Ext.lastError();").contains(sentence));
	}

	@Test
	void aMissingInputLeavesNothingBehind() {
		final Path output = folder.resolve("new");
		assertTrue(MacroRun.of("Ext.derainFolder('%s', '%s');".formatted(folder.resolve("nowhere"), output)).aborted());
		assertFalse(Files.exists(output));
	}

	@Test
	void aBadFileFailsTheMacroAfterTheOthersAreDone() throws Exception {
		Files.writeString(folder.resolve("broken.png"), "no image");
		Files.copy(Path.of("src/main/resources/org/drsformer/macro/rainy/cat.png"), folder.resolve("cat.png"));
		final MacroRun run = MacroRun.of("Ext.derainFolder('%s', '%s');".formatted(folder, folder.resolve("new")));
		assertTrue(run.aborted());
		assertTrue(run.errors().contains("1 of 2 files could not be derained, the others are done")
			&& run.errors().contains("broken.png"), run.errors());
		assertTrue(Files.exists(folder.resolve("new/cat.png")));
	}

	/** Checks that the documentation has this table. */
	@Test
	void documentationIsComplete() throws Exception {
		final String documentation = Files.readString(Path.of("docs/reference.md"));
		assertTrue(documentation.contains(new FunctionTable(new MacroSession()).markdown()),
			new FunctionTable(new MacroSession()).markdown());
	}
}
