package org.drsformer.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;

class CheckInstallationTest {

	@Test
	void everythingIsInPlaceHere() throws Exception {
		try (Commands commands = new Commands()) {
			final CommandModule module = commands.run(CheckInstallation.class);
			assertFalse(module.isCanceled(), module.getCancelReason());
			final String report = (String) module.getOutput("report");
			for (final String word : new String[] { "PyTorch: 2.7.1", "Device: auto", "Cache folder: ", "compact",
				"Self-test: 128 x 128 pixels in ", "Everything is in place." })
				assertTrue(report.contains(word), report);
		}
	}
}
