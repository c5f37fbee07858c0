package org.drsformer.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

class CsvRowTest {

	@Test
	void quotesAfterTheStandard() {
		assertEquals("a,,\"b,c\",\"d\"\"e\",\"f;g\"\n", CsvRow.of("a", null, "b,c", "d\"e", "f;g"));
	}

	@Test
	void numbersStay() {
		assertEquals("-1.5,-1.5,+2,1.0E-5,-Infinity,NaN,-3\n",
			CsvRow.of(-1.5, "-1.5", "+2", "1.0E-5", Double.NEGATIVE_INFINITY, Double.NaN, -3L));
	}

	@Test
	void formulasAreText() {
		assertEquals("'=1+1,'+cmd,'-x.png,'@SUM(A1),'-1-2,\"'=a,b\",'\uff1d1\n",
			CsvRow.of("=1+1", "+cmd", Path.of("-x.png"), "@SUM(A1)", "-1-2", "=a,b", "\uff1d1"));
		// what spreadsheets skip before they look for a formula
		assertEquals("\\t=1,\\x0d=1,\\n=1,a=1\n", CsvRow.of("\t=1", "\r=1", "\n=1", "a=1"));
	}

	@Test
	void controlCharactersAreSeen() {
		assertEquals("a\\nb,\\x1b[31m,\\x00\n", CsvRow.of("a\nb", "\u001b[31m", "\0"));
	}
}
