package org.drsformer.fiji;

import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.scijava.script.ScriptModule;

import net.imagej.ImageJ;
import net.imagej.patcher.LegacyInjector;

/**
 * DRSformer in the real ImageJ gateway, without a display. Only the profile fiji compiles and runs these tests, each
 * class in a process of its own: macros and scripts leave images, batch mode and their end behind in ImageJ.
 */
abstract class InGateway {

	static ImageJ fiji;

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

	/** Runs a macro or script, and closes the images that it leaves open. */
	static ScriptModule run(final String name, final String script) throws Exception {
		final ScriptModule module = fiji.script().run(name, script, true, Map.of()).get();
		fiji.script().run("close.ijm", "close('*');", true, Map.of()).get();
		return module;
	}
}
