package org.drsformer.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine.TypeConversionException;

class MemoryConverterTest {

	@ParameterizedTest
	@CsvSource({ "1000,1000", "64k,65536", "800m,838860800", "4G,4294967296", "1.5g,1610612736", "2 GB,2147483648" })
	void reads(final String text, final long bytes) {
		assertEquals(bytes, new MemoryConverter().convert(text));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "-1g", "lots", "4t", "g", "1e9", "99999999999g" })
	void refuses(final String text) {
		assertThrows(TypeConversionException.class, () -> new MemoryConverter().convert(text));
	}
}
