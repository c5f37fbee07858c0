package org.drsformer.fiji;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.drsformer.command.DerainImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.module.ModuleInfo;
import org.scijava.script.ScriptModule;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import net.imagej.Dataset;
import net.imagej.ImageJ;
import net.imagej.axis.Axes;
import net.imagej.legacy.LegacyService;
import net.imagej.patcher.LegacyInjector;
import net.imglib2.Cursor;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

/** DRSformer in the real ImageJ gateway, without a display. Only the profile fiji compiles and runs this test. */
class MacrosInFiji {

	private static ImageJ fiji;

	/** Runs before any class of ImageJ 1 is loaded, since a loaded class cannot be patched. */
	@BeforeAll
	static void start() {
		LegacyInjector.preinit();
		fiji = new ImageJ();
	}

	@AfterAll
	static void stop() {
		fiji.context().dispose();
	}

	/** Macros begin in batch mode where there is no display, which macros of earlier tests may have ended. */
	@BeforeEach
	void beginAsInANewProcess() throws Exception {
		fiji.script().run("close.ijm", "close('*');", true, Map.of()).get();
		Interpreter.batchMode = true;
	}

	private static ScriptModule run(final String name, final String script) throws Exception {
		final ScriptModule module = fiji.script().run(name, script, true, Map.of()).get();
		fiji.script().run("close.ijm", "close('*');", true, Map.of()).get();
		return module;
	}

	private static List<CommandInfo> commands() {
		return fiji.command()
			.getCommands()
			.stream()
			.filter(info -> info.getDelegateClassName().startsWith("org.drsformer.command."))
			.toList();
	}

	@Test
	void everyCommandIsInTheMenuOnce() {
		assertFalse(commands().isEmpty());
		for (final CommandInfo command : commands()) {
			final String label = command.getMenuPath().getLeaf().getName();
			assertEquals(command.getIdentifier(),
				fiji.get(LegacyService.class).getIJ1Helper().getCommands().get(label));
			final List<ModuleInfo> listed = fiji.module()
				.getModules()
				.stream()
				.filter(info -> info.getMenuPath() != null
					&& command.getMenuPath().getMenuString().equals(info.getMenuPath().getMenuString()))
				.toList();
			assertEquals(List.of(command), listed);
		}
	}

	@Test
	void resultsOfCommandsAreOpenImagesWithTheirTitles() throws Exception {
		assertEquals("street-derained.png", run("command.ijm", """
			newImage("street.png", "RGB random", 24, 16, 1);
			run("Derain Image...", "rain=true");
			selectImage("street-rain.png");
			selectImage("street-derained.png");
			return getTitle();
			""").getReturnValue());
	}

	@Test
	void aWrongOptionEndsTheMacro() throws Exception {
		assertNotEquals("went on", run("wrong.ijm", """
			newImage("street.png", "RGB random", 24, 16, 1);
			run("Derain Image...", "tile=64");
			return "went on";
			""").getReturnValue());
	}

	static Stream<File> macros() {
		return Stream.of(new File("macros").listFiles((folder, name) -> name.endsWith(".ijm"))).sorted();
	}

	@ParameterizedTest
	@MethodSource("macros")
	void macrosRunToTheirEnd(final File macro) throws Exception {
		assertEquals("end",
			run(macro.getName(), Files.readString(macro.toPath()) + "\nreturn 'end';").getReturnValue());
	}

	static Stream<File> scripts() {
		return Stream.of(new File("macros/scripts").listFiles()).sorted();
	}

	@ParameterizedTest
	@MethodSource("scripts")
	void scriptsRunWithoutAnError(final File script) throws Exception {
		final ScriptModule module = fiji.script().getScript(script).createModule();
		fiji.context().inject(module);
		final StringWriter errors = new StringWriter();
		module.setErrorWriter(errors);
		fiji.module().run(module, true, Map.of()).get();
		assertTrue(errors.toString().isEmpty(), errors.toString());
	}

	private static Object output(final String name, final String script, final Map<String, Object> inputs)
		throws Exception
	{
		final ScriptModule module = fiji.script().run(name, script, true, inputs).get();
		return module.getOutputs().values().iterator().next();
	}

	/** Returns how many values of two datasets differ. */
	private static int differences(final Dataset some, final Dataset others) {
		final Cursor<RealType<?>> other = others.cursor();
		int differences = 0;
		for (final RealType<?> value : some)
			differences += value.getRealDouble() == other.next().getRealDouble() ? 0 : 1;
		return differences;
	}

	/** Opens a picture as pyimagej, SciJava's Batch and {@code #@ Dataset} do. */
	private static Dataset picture() throws IOException {
		return (Dataset) fiji.io().open("test-images/light/cat.png");
	}

	@Test
	void scriptsOfTheDocumentsMakePictures() throws Exception {
		final String page = Files.readString(Path.of("docs/macros.md"));
		final String[] scripts = Pattern.compile("(?s)```groovy\n(.*?)```")
			.matcher(page)
			.results()
			.map(block -> block.group(1))
			.toArray(String[]::new);
		final ImagePlus rainy = IJ.openImage("test-images/light/cat.png");
		final ImagePlus clean = (ImagePlus) output("derain-image.groovy", scripts[0], Map.of("image", rainy));
		assertEquals("cat-derained.png", clean.getTitle());
		final Dataset picture = picture();
		final Dataset derained = (Dataset) output("derain-dataset.groovy", scripts[1], Map.of("image", picture));
		assertEquals("derained cat.png", derained.getName());
		assertEquals(2, derained.dimensionIndex(Axes.CHANNEL));
		assertTrue(derained.isRGBMerged());
		assertNotEquals(0, differences(picture, derained));
		final Dataset same = fiji.convert().convert(clean, Dataset.class);
		assertEquals(0, differences(same, derained), "the command and the service derain the same picture");
	}

	@Test
	void aPictureThatArrivesAsADatasetIsColour() throws Exception {
		final ImagePlus clean = (ImagePlus) fiji.command()
			.run(DerainImage.class, true, "image", picture(), "channels", "auto")
			.get()
			.getOutput("derained");
		final ImagePlus expected = (ImagePlus) fiji.command()
			.run(DerainImage.class, true, "image", IJ.openImage("test-images/light/cat.png"))
			.get()
			.getOutput("derained");
		assertArrayEquals((int[]) expected.getProcessor().getPixels(),
			(int[]) clean.flatten().getProcessor().getPixels());
	}

	@Test
	void anImageOfImglib2IsRefusedWithASentence() throws Exception {
		final CommandModule module = fiji.command()
			.run(DerainImage.class, true, "image", ArrayImgs.unsignedBytes(24, 16))
			.get();
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().contains("an ImagePlus or a Dataset"), module.getCancelReason());
	}
}
