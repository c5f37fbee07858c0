package org.drsformer.macro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.drsformer.WindowedProgram;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the macros in an ImageJ with its windows, as users without Fiji do; needs a display, such as that of xvfb-run.
 */
class MacroWindowsTest {

	@TempDir
	private Path folder;

	@BeforeAll
	static void needsADisplay() {
		WindowedProgram.needsADisplay();
	}

	@Test
	void everyMacroRunsToItsEndAndARecordedLineRunsAgain() throws Exception {
		final List<String> lines = new WindowedProgram(folder, WindowedImageJ.class, new PlainImageJ().options(),
			"macros").run();
		try (Stream<Path> macros = Files.list(Path.of("macros"))) {
			for (final Path macro : macros.filter(file -> file.toString().endsWith(".ijm")).toList())
				for (final String mode : new String[] { "window", "batch" })
					assertTrue(
						lines.stream()
							.anyMatch(line -> line.startsWith(mode + "\t" + macro.getFileName() + "\tend with ")),
						mode + " " + macro + "\n" + String.join("\n", lines));
		}
		assertTrue(
			lines.stream().anyMatch(line -> line.startsWith("recorded\trun(\"Derain Image...\", \"model=compact ")),
			String.join("\n", lines));
		assertTrue(lines.contains("replayed\tcat-derained.png"), String.join("\n", lines));
		assertEquals(List.of(), lines.stream().filter(line -> line.startsWith("dialog")).toList());
	}

	/** Adds SciJava, which a plain ImageJ does not have. */
	@Test
	void everyScriptRunsToItsEnd() throws Exception {
		final List<String> lines = new WindowedProgram(folder, Scripts.class,
			List.of("-Xmx2g", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"))).run();
		for (final File script : Scripts.all().toList())
			for (final String mode : new String[] { "window", "batch" })
				assertTrue(lines.contains(mode + "\t" + script.getName() + "\tend"),
					mode + " " + script + "\n" + String.join("\n", lines));
		assertEquals(List.of(), lines.stream().filter(line -> line.startsWith("dialog")).toList());
	}
}
