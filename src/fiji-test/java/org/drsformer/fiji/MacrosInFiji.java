package org.drsformer.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.script.ScriptModule;

/** The macros and scripts that come along. */
class MacrosInFiji extends InGateway {

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
