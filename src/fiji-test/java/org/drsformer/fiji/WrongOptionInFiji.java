package org.drsformer.fiji;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** What ends a macro. */
class WrongOptionInFiji extends InGateway {

	@Test
	void aWrongOptionEndsTheMacro() throws Exception {
		assertNotEquals("went on", run("wrong.ijm", """
			newImage("street.png", "RGB random", 24, 16, 1);
			run("Derain Image...", "tile=64");
			return "went on";
			""").getReturnValue());
	}
}
