package org.drsformer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

import ij.measure.ResultsTable;

/** Runs the command in a SciJava context without a display, as a script does. */
class ModelsTest {

	private static final File CHECKPOINT = new File("src/test/resources/fixtures/d8_plain/deraining.pth");

	@TempDir
	private Path folder;
	private String before;
	private Context context;

	@BeforeEach
	void start() {
		before = System.setProperty("imagej.dir", folder.toString());
		context = new Context();
	}

	@AfterEach
	void stop() {
		context.dispose();
		if (before == null)
			System.clearProperty("imagej.dir");
		else
			System.setProperty("imagej.dir", before);
	}

	private CommandInfo info() {
		return context.service(CommandService.class).getCommand(Models.class);
	}

	private Module run(final Object... inputs) throws InterruptedException, ExecutionException {
		return context.service(ModuleService.class).run(info(), true, inputs).get();
	}

	private String done(final Object... inputs) throws InterruptedException, ExecutionException {
		final Module module = run(inputs);
		assertFalse(((Cancelable) module).isCanceled(), () -> ((Cancelable) module).getCancelReason());
		return (String) module.getOutput("done");
	}

	@Test
	void isInTheMenu() {
		assertEquals("Plugins > DRSformer > Models...", info().getMenuPath().getMenuString());
	}

	@Test
	void everyInputHasAPlainLabelAndADescription() {
		for (final ModuleItem<?> item : info().inputs()) {
			if (item.getType().getName().startsWith("org.scijava"))
				continue;
			assertTrue(item.getName().matches("[a-z]+"), item.getName());
			assertFalse(item.getDescription().isBlank() || item.isPersisted(), item.getName());
		}
	}

	@Test
	void fromImportToRemoval() throws Exception {
		assertEquals("The model own has been imported.", done("action", "import", "file", CHECKPOINT, "model", "own"));
		assertTrue(done("action", "verify").contains("own: unchanged"));
		final ResultsTable table = (ResultsTable) run("action", "list").getOutput("models");
		assertEquals("own", table.getStringValue("Model", 1));
		assertEquals(64, table.getStringValue("SHA-256", 1).length());
		assertEquals("rain200l", table.getStringValue("Model", 2));
		assertEquals("no", table.getStringValue("Installed", 2));
		assertEquals("without MEFC", table.getStringValue("Variant", 2));
		assertEquals("41.23", table.getStringValue("Paper PSNR", 2));
		Files.writeString(folder.resolve("models/drsformer/own.pth"), "changed");
		final Cancelable verify = (Cancelable) run("action", "verify", "model", "own");
		assertTrue(verify.isCanceled() && verify.getCancelReason().contains("CHANGED"), verify.getCancelReason());
		assertEquals("The model own has been removed.", done("action", "remove", "model", "own"));
	}

	@Test
	void tellsWhereToDownload() throws Exception {
		assertTrue(done("action", "download", "model", "rain200h")
			.contains("https://drive.google.com/file/d/1mt8ydHE540_qtytger4dVcv6xqZ5YMhh/"));
		assertTrue(done("action", "download").contains("https://github.com/cschenxiang/DRSformer"));
	}

	@ParameterizedTest
	@CsvSource({ "burn,x,There is no action \"burn\"", "import,x,Say which checkpoint to import",
		"remove,,Say which model to remove", "remove,none,There is no model \"none\"",
		"download,none,publish no model \"none\"", "verify,none,There is no model \"none\"" })
	void badInputCancelsWithASentence(final String action, final String model, final String sentence) throws Exception {
		final Cancelable module = (Cancelable) run("action", action, "model", model == null ? "" : model);
		assertTrue(module.isCanceled() && module.getCancelReason().contains(sentence), module.getCancelReason());
	}
}
