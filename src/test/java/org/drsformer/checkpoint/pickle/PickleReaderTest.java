package org.drsformer.checkpoint.pickle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.drsformer.checkpoint.Forged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads pickles that CPython 3 wrote in two protocols, and instructions that only older versions of Python write. */
class PickleReaderTest {

	/**
	 * {'epoch': 7, 'huge': 1 << 70, 'loss': 0.5, 'ok': True, 'none': None, 'betas': (0.9, 0.999), 'list': [1, 2, [-3]],
	 * 'params': d}, with d an OrderedDict of one tensor 'w' that has a _metadata, as the weights of a model do.
	 */
	private static final String PROTOCOL_2 = "gAJ9cQAoWAUAAABlcG9jaHEBSwdYBAAAAGh1Z2VxAooJAAAAAAAAAABAWAQAAABsb3NzcQ" +
		"NHP+AAAAAAAABYAgAAAG9rcQSIWAQAAABub25lcQVOWAUAAABiZXRhc3EGRz/szMzMzMzNRz/v987ZFocrhnEHWAQAAABsaXN0cQhdcQkoS" +
		"wFLAl1xCkr9////YWVYBgAAAHBhcmFtc3ELY2NvbGxlY3Rpb25zCk9yZGVyZWREaWN0CnEMKVJxDVgBAAAAd3EOY3RvcmNoLl91dGlscwpf" +
		"cmVidWlsZF90ZW5zb3JfdjIKcQ8oKFgHAAAAc3RvcmFnZXEQY3RvcmNoCkZsb2F0U3RvcmFnZQpxEVgBAAAAMHESWAMAAABjcHVxE0sGdHE" +
		"UUUsBSwKFcRVLA4VxFoloDClScRd0cRhScRlzfXEaWAkAAABfbWV0YWRhdGFxG2gMKVJxHFgAAAAAcR19cR5YBwAAAHZlcnNpb25xH0sBc3" +
		"NzYnUu";
	private static final String PROTOCOL_4 = "gASVNwEAAAAAAAB9lCiMBWVwb2NolEsHjARodWdllIoJAAAAAAAAAABAjARsb3NzlEc/4A" +
		"AAAAAAAIwCb2uUiIwEbm9uZZROjAViZXRhc5RHP+zMzMzMzM1HP+/3ztkWhyuGlIwEbGlzdJRdlChLAUsCXZRK/f///2FljAZwYXJhbXOUj" +
		"Atjb2xsZWN0aW9uc5SMC09yZGVyZWREaWN0lJOUKVKUjAF3lIwMdG9yY2guX3V0aWxzlIwSX3JlYnVpbGRfdGVuc29yX3YylJOUKCiMB3N0" +
		"b3JhZ2WUjAV0b3JjaJSMDEZsb2F0U3RvcmFnZZSTlIwBMJSMA2NwdZRLBnSUUUsBSwKFlEsDhZSJaA4pUpR0lFKUc32UjAlfbWV0YWRhdGG" +
		"UaA4pUpSMAJR9lIwHdmVyc2lvbpRLAXNzc2J1Lg==";

	@ParameterizedTest
	@ValueSource(strings = { PROTOCOL_2, PROTOCOL_4 })
	void plainValuesAreThoseThatPythonWrote(final String base64) {
		final Map<?, ?> values = (Map<?, ?>) read(Base64.getDecoder().decode(base64));
		assertEquals(7L, values.get("epoch"));
		assertEquals(BigInteger.ONE.shiftLeft(70), values.get("huge"));
		assertEquals(0.5, values.get("loss"));
		assertEquals(true, values.get("ok"));
		assertNull(values.get("none"));
		assertArrayEquals(new Object[] { 0.9, 0.999 }, (Object[]) values.get("betas"));
		assertEquals(List.of(1L, 2L, List.of(-3L)), values.get("list"));
	}

	@ParameterizedTest
	@ValueSource(strings = { PROTOCOL_2, PROTOCOL_4 })
	void tensorsAreFoundInAllProtocols(final String base64) throws IOException {
		final byte[] zip = Forged.zip(Base64.getDecoder().decode(base64), "little", Forged.floats(0, 1, 2, 3, 4, 5));
		assertArrayEquals(new float[] { 1, 4 }, Forged.read(zip).data());
	}

	@Test
	void whatOldPythonsWroteIsRead() {
		assertEquals("text", read("U\u0004text."));
		assertEquals("text", read("T\u0004\u0000\u0000\u0000text."));
		assertEquals("text", read("S'text'\n."));
		assertEquals(List.of(-5L, 1.5, false), read("(I-5\nF1.5\nI00\nl."));
		assertEquals(-256L, read("\u008a\u0002\u0000\u00ff."));
		assertEquals(0L, read("\u008a\u0000."));
		assertEquals(Map.of("a", 1L), read("ccollections\nOrderedDict\n((l(lp0\nVa\naI1\naatR."));
	}

	private static Object read(final String pickle) {
		return read(Forged.latin(pickle));
	}

	private static Object read(final byte[] pickle) {
		return new PickleReader(ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN)).read();
	}
}
