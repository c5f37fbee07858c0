package org.drsformer.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.checkpoint.pickle.PickleReader;
import org.junit.jupiter.api.Test;

/** The reader reads all plain values that the writer writes. */
class PickleWriterTest {

	@Test
	void writtenValuesAreRead() {
		final Map<String, Object> values = new LinkedHashMap<>();
		values.put("list",
			List.of(0L, -1L, 1L << 31, Long.MIN_VALUE, Long.MAX_VALUE, Math.PI, true, false, "\u00e4\u20ac"));
		values.put("none", null);
		values.put("map", Map.of("3", Map.of()));
		assertEquals(values, read(new PickleWriter().pickle(values)));
	}

	private static Object read(final byte[] pickle) {
		return new PickleReader(ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN)).read();
	}
}
