package org.drsformer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Cancelable;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;

/** Runs the command in a SciJava context without a display, as a script does. */
class TrainTest {

	@TempDir
	private Path folder;

	private final Commands commands = new Commands();

	@AfterEach
	void stop() {
		commands.close();
	}

	private File output() {
		return folder.resolve("out").toFile();
	}

	@Test
	void isInTheMenuWithPlainKeys() {
		final CommandInfo info = commands.context().service(CommandService.class).getCommand(Train.class);
		assertEquals("Plugins > DRSformer > Train...", info.getMenuPath().getMenuString());
		for (final ModuleItem<?> item : info.inputs()) {
			if (item.getType().getName().startsWith("org.scijava"))
				continue;
			assertTrue(item.getName().matches("[a-z]+"), item.getName());
			assertFalse(item.getDescription().isBlank(), item.getName());
			assertFalse(item.isPersisted(), item.getName());
		}
		final List<?> starts = info.getInput("from").getChoices();
		assertEquals(ModelLibrary.BUNDLED, starts.get(0));
		assertEquals("scratch", starts.get(starts.size() - 1));
	}

	@Test
	void fineTunesTheBundledModel() throws Exception {
		final Module module = commands.run(Train.class, "clean", new File("test-images/clean"), "steps", 2L, "patches",
			"1x16", "output", output());
		assertFalse(((Cancelable) module.getDelegateObject()).isCanceled());
		final File best = (File) module.getOutput("best");
		assertEquals(new ModelLibrary(folder).find(ModelLibrary.BUNDLED).configuration(),
			Model.of(best.toPath()).configuration());
		assertTrue(((ImagePlus) module.getOutput("lossplot")).getWidth() > 100);
		assertTrue(((ImagePlus) module.getOutput("psnrplot")).getWidth() > 100);
	}

	@ParameterizedTest
	@CsvSource({ "rain200h,0.3,true", "mixed,0.3,false", "rain200h,0,false" })
	void keepsOrdinaryRain(final String rain, final double keep, final boolean kept) throws Exception {
		commands.run(Train.class, "clean", new File("test-images/clean"), "rain", rain, "keep", keep, "steps", 1L,
			"patches", "1x16", "output", output());
		final String header = Files.readAllLines(output().toPath().resolve("log.csv")).get(0);
		assertEquals(kept, header.contains("ordinary"), header);
	}

	@Test
	void aBadFolderIsToldInASentence() throws Exception {
		final Module module = commands.run(Train.class, "clean", folder.toFile(), "output", output());
		final Cancelable cancelable = (Cancelable) module.getDelegateObject();
		assertTrue(cancelable.isCanceled());
		assertTrue(cancelable.getCancelReason().contains("has no images"), cancelable.getCancelReason());
		assertNull(module.getOutput("best"));
	}
}
