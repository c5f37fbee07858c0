package org.drsformer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.drsformer.PairFiles;
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

	/** As on the command line, without a share the usual one is kept, and each share that is given. */
	@ParameterizedTest
	@CsvSource({ "compact,rain200h,,true", "compact,rain200h,0,false", "compact,mixed,,false", "compact,mixed,0.5,true",
		"scratch,rain200h,,false", "scratch,mixed,0.5,true" })
	void keepsOrdinaryRain(final String from, final String rain, final Double keep, final boolean kept)
		throws Exception
	{
		assertEquals(kept, keeps("from", from, "rain", rain, "keep", keep));
	}

	@ParameterizedTest
	@CsvSource({ ",true", "0,false" })
	void keepsOrdinaryRainBesidePairs(final Double keep, final boolean kept) throws Exception {
		final Path pairs = PairFiles.make(folder.resolve("pairs"), "cat", "rocket");
		assertEquals(kept, keeps("pairs", pairs.toFile(), "keep", keep));
	}

	/** Returns whether a training with some images without rain scores ordinary rain. */
	private boolean keeps(final Object... inputs) throws Exception {
		commands.run(Train.class,
			Stream
				.concat(Stream.of(inputs),
					Stream.of("clean", new File("test-images/clean"), "steps", 1L, "patches", "1x16", "output",
						output()))
				.toArray());
		return Files.readAllLines(output().toPath().resolve("log.csv")).get(0).contains("ordinary");
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
