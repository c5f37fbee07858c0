package org.drsformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

	@ParameterizedTest
	@CsvSource({ "0,0", "-0,0", "+7,7", "007,7", "3.0,3", "3.,3", "' 4 ',4", "4294967298,4294967298",
		"9223372036854775807,9223372036854775807", "-9223372036854775808,-9223372036854775808",
		"9007199254740993,9007199254740993", "0000000000000000000000000000001,1" })
	void wholeNumbersAreExact(final String text, final long value) {
		assertEquals(OptionalLong.of(value), NumberText.whole(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "-", "3.7", "1e3", "1.2346E10", "0x10", "1,000", "1 000", "1_000", "1'000", "NaN",
		"Infinity", "9223372036854775808", "-9223372036854775809", "123456789012345678901234567890", "\u0663", "\uff13",
		"\u00bd", "3L", "--3", "3\n4", "\u22123" })
	void whatIsNoWholeNumberIsNone(final String text) {
		assertTrue(NumberText.whole(text).isEmpty(), text);
	}

	@ParameterizedTest
	@CsvSource({ "0,0", "0.0e-999,0", "1e3,1000", "1.2346E10,12346000000", ".5,0.5", "5.,5", "-2.5e-3,-0.0025", "+1,1",
		"1.7976931348623157e308,1.7976931348623157e308", "4.9e-324,4.9e-324" })
	void realNumbersAreRead(final String text, final double value) {
		assertEquals(OptionalDouble.of(value), NumberText.real(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "e5", "1e", "1e400", "-1e400", "1e-400", "1e99999999999", "NaN", "Infinity",
		"inf", "0x1p3", "1d", "1f", "1,5", "1.000,5", "1.5.2", "\u0661.\u0665", "1 5" })
	void whatIsNoRealNumberIsNone(final String text) {
		assertTrue(NumberText.real(text).isEmpty(), text);
	}
}
