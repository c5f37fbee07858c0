package org.drsformer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.Software;
import org.drsformer.metric.noreference.GoldenScores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Runs the command in a SciJava context without a display, as a script does. */
class EvaluateFolderTest {

	private static final File CLEAN = new File("test-images/clean");

	@TempDir
	private Path folder;
	private final Context context = new Context();

	@AfterEach
	void stop() {
		context.dispose();
	}

	private Module run(final Object... inputs) throws Exception {
		return context.service(ModuleService.class).run(info(EvaluateFolder.class), true, inputs).get();
	}

	private CommandInfo info(final Class<? extends Command> command) {
		return context.service(CommandService.class).getCommand(command);
	}

	@Test
	void areInTheMenuAndExplainEveryInput() {
		assertEquals("Plugins > DRSformer > Evaluate Folder...",
			info(EvaluateFolder.class).getMenuPath().getMenuString());
		assertEquals("Plugins > DRSformer > Compare Images...",
			info(CompareImages.class).getMenuPath().getMenuString());
		for (final CommandInfo info : new CommandInfo[] { info(EvaluateFolder.class), info(CompareImages.class) })
			for (final ModuleItem<?> item : info.inputs())
				if (!item.getType().getName().startsWith("org.scijava")) {
					assertTrue(item.getName().matches("[a-z]+"), item.getName());
					assertTrue(item.getDescription() != null && !item.getDescription().isBlank(), item.getName());
					assertTrue(item.getType() == ImagePlus.class || !item.isPersisted(), item.getName());
				}
	}

	@Test
	void everyScoreIsARow() throws Exception {
		final File csv = folder.resolve("scores.csv").toFile();
		final Module module = run("results", new File("src/test/resources/test-images/heavy"), "targets", CLEAN,
			"protocol", "did-ddn", "csv", csv);
		final ResultsTable scores = (ResultsTable) module.getOutput("scores");
		assertEquals(5, scores.size());
		assertEquals("raccoon", scores.getStringValue("Image", 3));
		assertEquals(13.462916855868, scores.getValue("PSNR", 3), 1e-9);
		assertEquals(6, Files.readAllLines(csv.toPath()).size());
		final ResultsTable summary = (ResultsTable) module.getOutput("summary");
		assertEquals("did-ddn", summary.getStringValue("Protocol", 0));
		assertEquals(5, summary.getValue("Scored", 0));
		assertEquals(0, summary.getValue("Not scored", 0));
		assertEquals(scores.getValue("PSNR", 3), summary.getValue("Median PSNR", 0), 1e-12);
		assertEquals(Software.version(), summary.getStringValue("Version", 0));
		assertNotNull(module.getOutput("psnrplot"));
		assertNotNull(module.getOutput("ssimplot"));
	}

	@Test
	void niqeNeedsNoTargets() throws Exception {
		final Module module = run("results", new File("src/test/resources/test-images/heavy"), "protocol", "niqe");
		final ResultsTable scores = (ResultsTable) module.getOutput("scores");
		assertEquals(5, scores.size());
		assertEquals(GoldenScores.of("heavy_raccoon").niqe(), scores.getValue("NIQE", 3), 1e-8);
		assertEquals(ResultsTable.COLUMN_NOT_FOUND, scores.getColumnIndex("PSNR"));
		final ResultsTable summary = (ResultsTable) module.getOutput("summary");
		assertEquals(GoldenScores.of("heavy_rocket").niqe(), summary.getValue("Median NIQE", 0), 1e-8);
		assertNull(module.getOutput("psnrplot"));
		assertEquals("NIQE (lower is better)", ((ImagePlus) module.getOutput("singleplot")).getTitle());
	}

	@Test
	void niqeStandsBesidePsnr() throws Exception {
		final Module module = run("results", new File("src/test/resources/test-images/heavy"), "targets", CLEAN,
			"protocol", "brisque");
		final ResultsTable scores = (ResultsTable) module.getOutput("scores");
		assertEquals(10, scores.size());
		assertTrue(Double.isNaN(scores.getValue("BRISQUE", 3)));
		assertTrue(Double.isNaN(scores.getValue("PSNR", 8)));
		assertEquals(GoldenScores.of("heavy_raccoon").brisque(), scores.getValue("BRISQUE", 8), 1e-7);
		assertEquals(2, ((ResultsTable) module.getOutput("summary")).size());
		assertNotNull(module.getOutput("psnrplot"));
		assertNotNull(module.getOutput("singleplot"));
	}

	@Test
	void otherProtocolsNeedTargets() throws Exception {
		final Module module = run("results", new File("src/test/resources/test-images/heavy"));
		assertTrue(((Cancelable) module).getCancelReason().contains("scores against clean targets"),
			((Cancelable) module).getCancelReason());
	}

	@Test
	void aStatedRangeIsScoredAgainst() throws Exception {
		final Module module = run("results", new File("src/test/resources/test-images/heavy"), "targets", CLEAN,
			"protocol", "rgb", "range", 510.0);
		final ResultsTable doubled = (ResultsTable) module.getOutput("scores");
		final ResultsTable usual = (ResultsTable) run("results", new File("src/test/resources/test-images/heavy"),
			"targets", CLEAN, "protocol", "rgb").getOutput("scores");
		assertEquals(20 * Math.log10(2), doubled.getValue("PSNR", 0) - usual.getValue("PSNR", 0), 1e-9);
	}

	@Test
	void foldersOfAFolderAreMethodsAndProblemsAreRows() throws Exception {
		for (final String method : new String[] { "a", "b" }) {
			Files.createDirectory(folder.resolve(method));
			Files.copy(Path.of("src/test/resources/test-images/light/cat.png"),
				folder.resolve(method).resolve("cat.png"));
		}
		final Module module = run("results", folder.toFile(), "targets", CLEAN, "plots", false);
		final ResultsTable scores = (ResultsTable) module.getOutput("scores");
		assertEquals(10, scores.size());
		assertEquals("b", scores.getStringValue("Method", 1));
		assertTrue(scores.getStringValue("Problem", 9).contains("has no result"), scores.getStringValue("Problem", 9));
		assertTrue(Double.isNaN(scores.getValue("PSNR", 9)));
		assertNull(module.getOutput("psnrplot"));
		final ResultsTable comparison = (ResultsTable) module.getOutput("comparison");
		assertEquals("b", comparison.getStringValue("Method", 0));
		assertEquals(0, comparison.getValue("Mean difference", 0));
		assertTrue(Double.isNaN(comparison.getValue("Wilcoxon p", 0)), "no pair differs");
	}

	@ParameterizedTest
	@CsvSource({ "src/test/resources/test-images/heavy, psnr, *, There is no protocol psnr",
		"nowhere, did-ddn, *, There is no folder nowhere",
		"src/test/resources/test-images/heavy, did-ddn, x, The pattern 'x'",
		"src/test/resources/test-images/heavy, did-ddn, *t, No result has the name",
		"test-images/clean, did-ddn, *, same files" })
	void whatCannotBeEvaluatedIsASentence(final File results, final String protocol, final String names,
		final String sentence) throws Exception
	{
		final Module module = run("results", results, "targets", CLEAN, "protocol", protocol, "resultnames", names);
		assertTrue(((Cancelable) module).isCanceled());
		assertTrue(((Cancelable) module).getCancelReason().contains(sentence), ((Cancelable) module).getCancelReason());
	}
}
