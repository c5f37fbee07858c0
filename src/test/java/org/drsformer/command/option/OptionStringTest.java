package org.drsformer.command.option;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionStringTest {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { //
		"rain|{rain=true}", //
		"model=compact rain=false |{model=compact, rain=false}", //
		"input=[/my folder/a=b] output='/other one' last=3|{input=/my folder/a=b, output=/other one, last=3}", //
		"image=[a[1] [2].png] rain|{image=a[1] [2].png, rain=true}", //
		"  model=  rain|{model=, rain=true}", //
		"image=[never closed|{image=never closed}", //
		"first=1 first=2|{first=1}" })
	void namesAndValues(final String text, final String values) {
		assertEquals(values, OptionString.parse(text).toString());
	}
}
