package org.drsformer.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.module.ModuleService;
import org.scijava.script.ScriptInfo;
import org.scijava.script.ScriptModule;
import org.scijava.script.ScriptService;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** The SciJava scripts of macros/, in a context without a display. */
class ScriptFilesTest {

	private static final Context CONTEXT = new Context();

	/** As imagej-legacy does. */
	@BeforeAll
	static void nameTypes() {
		CONTEXT.service(ScriptService.class).addAlias(ImagePlus.class);
	}

	@AfterAll
	static void stop() {
		CONTEXT.dispose();
	}

	static Stream<File> scripts() {
		return Stream.of(new File("macros/scripts").listFiles()).sorted();
	}

	@BeforeEach
	void closeEverything() {
		MacroRun.plain("close('*');");
		ResultsTable.getResultsTable().reset();
	}

	private static ScriptModule run(final File script, final Map<String, Object> inputs) throws Exception {
		final ScriptModule module = new ScriptInfo(CONTEXT, script).createModule();
		CONTEXT.inject(module);
		final StringWriter errors = new StringWriter();
		module.setErrorWriter(errors);
		final StringWriter printed = new StringWriter();
		module.setOutputWriter(printed);
		CONTEXT.service(ModuleService.class).run(module, true, inputs).get();
		assertEquals("", errors.toString());
		// a script that SciJava does not run for want of a parameter does neither
		assertTrue(script.getName().endsWith(".ijm") ? MacroLanguage.END.equals(module.getReturnValue()) : printed.toString()
			.length() > 0 || module.getOutputs().values().stream().allMatch(Objects::nonNull), script + ": " + printed);
		return module;
	}

	/** With nothing given, they take samples. */
	@ParameterizedTest
	@MethodSource("scripts")
	void runToTheirEnd(final File script) throws Exception {
		run(script, Map.of());
	}

	@Test
	void parametersReachThem(@TempDir final Path folder) throws Exception {
		final File rainy = new File("src/main/resources/org/drsformer/macro/rainy");
		for (final String script : new String[] { "Derain_Folder.ijm", "Derain_Folder.groovy" }) {
			final Path output = folder.resolve(script);
			run(new File("macros/scripts", script), Map.of("input", rainy, "output", output.toFile()));
			assertTrue(Files.exists(output.resolve("raccoon.png")), script);
		}
		final ImagePlus derained = (ImagePlus) run(new File("macros/scripts/Derain_Image.groovy"), Map.of("path", new File(
			rainy, "raccoon.png"))).getOutput("derained");
		assertEquals("raccoon-derained.png", derained.getTitle());
	}
}
