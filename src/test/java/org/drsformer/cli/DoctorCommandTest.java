package org.drsformer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DoctorCommandTest {

	@Test
	void everythingIsInPlaceHere() {
		final CommandLineRun run = CommandLineRun.of("doctor");
		assertEquals(0, run.code(), run.err());
		assertTrue(run.out().contains("PyTorch: 2.7.1") && run.out().contains("Everything is in place."), run.out());
	}
}
