package org.drsformer.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleInfo;
import org.scijava.script.ScriptModule;

import net.imagej.ImageJ;
import net.imagej.legacy.LegacyService;
import net.imagej.patcher.LegacyInjector;

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
}
