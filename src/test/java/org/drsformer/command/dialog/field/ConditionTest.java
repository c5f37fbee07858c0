package org.drsformer.command.dialog.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionTest {

	private static final Map<String, String> VALUES = Map.of("from", "scratch", "resume", "false", "clean", "");

	@ParameterizedTest
	@CsvSource({ "from=scratch,true", "from!=scratch,false", "from=scratch & resume=false,true",
		"from=scratch & resume!=false,false", "from=compact & resume=false,false", "clean!=,false", "clean=,true" })
	void holds(final String text, final boolean expected) {
		assertEquals(expected, Condition.parse(text).holds(VALUES::get));
	}

	@Test
	void withoutATextItAlwaysHolds() {
		assertTrue(Condition.parse(null).holds(VALUES::get));
	}

	@Test
	void tellsWhatWouldMakeItTrue() {
		assertEquals(Map.of("action", "import"), Condition.parse("action=import & model!=x").fulfilled());
	}
}
