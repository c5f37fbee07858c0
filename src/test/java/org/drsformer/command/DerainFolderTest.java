package org.drsformer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.drsformer.image.file.ImageFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import ij.process.ColorProcessor;

/** Runs the command over real files. */
class DerainFolderTest {

	private static Commands commands;

	@TempDir
	private Path folder;
	private Path rainy;
	private Path clean;

	@BeforeEach
	void makeFolder() throws Exception {
		rainy = Files.createDirectory(folder.resolve("rainy days"));
		clean = folder.resolve("clean");
		for (final String name : new String[] { "a.png", "b.tif" })
			ImageFiles.write(new ImagePlus(name, new ColorProcessor(16, 8)), rainy.resolve(name));
	}

	@BeforeAll
	static void start() {
		commands = new Commands();
	}

	@AfterAll
	static void stop() {
		commands.close();
	}

	@Test
	void everyImage() throws Exception {
		final CommandModule module = commands.run(DerainFolder.class, "input", rainy.toFile(), "output", clean.toFile(),
			"device", "cpu", "memory", "1g", "range", "0..255", "model", "compact");
		assertFalse(module.isCanceled(), module.getCancelReason());
		assertTrue(((String) module.getOutput("summary")).startsWith("2 images derained into " + clean),
			() -> (String) module.getOutput("summary"));
		assertEquals(16, ImageFiles.read(clean.resolve("b.tif")).getWidth());
	}

	@Test
	void subfoldersAndWhatIsThereAlready() throws Exception {
		final Path more = Files.createDirectory(rainy.resolve("more"));
		ImageFiles.write(new ImagePlus("c", new ColorProcessor(16, 8)), more.resolve("c.png"));
		for (final String done : new String[] { "3 images", "0 images" })
			assertTrue(((String) commands
				.run(DerainFolder.class, "input", rainy.toFile(), "output", clean.toFile(), "recursive", true)
				.getOutput("summary")).startsWith(done));
		assertTrue(Files.exists(clean.resolve("more/c.png")));
		assertTrue(((String) commands
			.run(DerainFolder.class, "input", rainy.toFile(), "output", clean.toFile(), "overwrite", "always")
			.getOutput("summary")).startsWith("2 images"));
		final CommandModule bad = commands.run(DerainFolder.class, "input", rainy.toFile(), "output", clean.toFile(),
			"overwrite", "perhaps");
		assertTrue(bad.getCancelReason().contains("perhaps"), bad.getCancelReason());
	}

	@Test
	void aBadFileIsToldAtTheEnd() throws Exception {
		Files.writeString(rainy.resolve("aa.png"), "not an image");
		final CommandModule module = commands.run(DerainFolder.class, "input", rainy.toFile(), "output",
			clean.toFile());
		assertTrue(module.getCancelReason().contains("1 of 3") && module.getCancelReason().contains("aa.png"),
			module.getCancelReason());
		assertTrue(Files.exists(clean.resolve("b.tif")));
	}

	@Test
	void badFolders() throws Exception {
		final CommandModule missing = commands.run(DerainFolder.class, "input", new File("/no/folder"), "output",
			clean.toFile());
		assertTrue(missing.getCancelReason().contains("/no/folder"), missing.getCancelReason());
		final CommandModule same = commands.run(DerainFolder.class, "input", rainy.toFile(), "output", rainy.toFile());
		assertTrue(same.getCancelReason().contains("would be overwritten"), same.getCancelReason());
	}

	/** SciJava alone would skip the command without a message. */
	@Test
	void aMissingFolderIsAskedForWhereNobodyIs() throws Exception {
		final CommandModule module = commands.run(DerainFolder.class, "input", rainy.toFile(), "model", "compact",
			"device", "cpu", "memory", "auto", "range", "auto");
		assertTrue(module.getCancelReason().contains("output"), module.getCancelReason());
	}

	@Test
	void everyInputHasAPlainLabelAndADescription() {
		for (final Class<? extends DrsformerCommand> command : List.of(DerainFolder.class, CheckInstallation.class,
			DerainImage.class, CompareImages.class, EvaluateFolder.class, Models.class, SynthesizeRain.class))
			for (final ModuleItem<?> item : commands.context()
				.service(CommandService.class)
				.getCommand(command)
				.inputs())
				if (!item.getType().getName().startsWith("org.scijava"))
					check(command, item);
	}

	private static void check(final Class<?> command, final ModuleItem<?> item) {
		final String where = command.getSimpleName() + " " + item.getName();
		assertTrue(item.getName().matches("[a-z]+"), where);
		assertTrue(item.getLabel().matches("[A-Z][A-Za-z/ ]*"), where);
		assertFalse(item.getDescription().isBlank(), where);
		assertTrue(item.getType() == ImagePlus.class || !item.isPersisted(), where);
	}
}
