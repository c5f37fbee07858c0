package org.drsformer.image.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class NaturalOrderTest {

	@Test
	void numbersByTheirSize() {
		final List<Path> expected = Stream
			.of("1.png", "02.png", "2.png", "10.png", "A2b1.png", "a2b3.png", "a2b03c.png", "a12.png", "b.png",
				"rain99999999999999999999.png", "rain100000000000000000000.png")
			.map(Path::of)
			.toList();
		final List<Path> sorted = new ArrayList<>(expected);
		Collections.shuffle(sorted, new Random(1));
		sorted.sort(new NaturalOrder());
		assertEquals(expected, sorted);
	}
}
