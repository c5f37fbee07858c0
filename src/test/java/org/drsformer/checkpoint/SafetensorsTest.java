package org.drsformer.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.drsformer.checkpoint.source.Source;
import org.junit.jupiter.api.Test;

/** Safetensors files that follow the specification are read, and those that its reference refuses are refused. */
class SafetensorsTest {

	private static final byte[] TWO = Forged.floats(1, 2);
	private static final String W = "'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}";

	@Test
	void everyKindOfWeightIsRead() throws IOException {
		assertReads("F32", Forged.little(8).putFloat(1.5f).putFloat(-2), 1.5f, -2);
		assertReads("F64", Forged.little(16).putDouble(1.5).putDouble(-2), 1.5f, -2);
		assertReads("F16", Forged.little(4).putShort((short) 0x3c00).putShort((short) 0xc000), 1, -2);
		assertReads("BF16", Forged.little(4).putShort((short) 0x3f80).putShort((short) 0xc000), 1, -2);
	}

	/** Integers count something, and texts under __metadata__ are for people. */
	@Test
	void everythingButWeightsIsLeftOut() throws IOException {
		final String header = "{'__metadata__':{'format':'pt','a':''}," +
			"'step':{'dtype':'I64','shape':[],'data_offsets':[8,16]}," +
			"'mask':{'dtype':'BOOL','shape':[3],'data_offsets':[16,19]}," +
			"'module.b':{'shape':[1,2],'data_offsets':[0,8],'dtype':'F32'}," +
			"'none':{'dtype':'F32','shape':[2,0],'data_offsets':[19,19]}} \n ";
		final Map<String, Tensor> tensors = read(Forged.safetensors(header, Arrays.copyOf(TWO, 19))).tensors();
		assertEquals(List.of("b", "none"), List.copyOf(tensors.keySet()));
		assertEquals("1x2", tensors.get("b").shapeText());
		assertArrayEquals(new float[] { 1, 2 }, tensors.get("b").data());
		assertEquals("2x0", tensors.get("none").shapeText());
	}

	/** A header may have any length; a header of 128 bytes begins like a pickle. */
	@Test
	void headersOfAllLengthsAreRecognized() throws IOException {
		for (int padding = 0; padding < 300; padding++)
			assertArrayEquals(new float[] { 1, 2 },
				read(Forged.safetensors("{" + W + "}" + " ".repeat(padding), TWO)).tensors().get("w").data());
	}

	@Test
	void nanIsRefused() throws IOException {
		assertRefused("its tensor w holds values that are NaN or infinite", "{" + W + "}", Forged.floats(1, Float.NaN));
	}

	@Test
	void tensorsThatOverlapOrLeaveGapsAreRefused() throws IOException {
		final String v = ",'v':{'dtype':'F32','shape':[1],'data_offsets':[%d,%d]}}";
		assertRefused("one after the other", "{" + W + v.formatted(4, 8), TWO);
		assertRefused("one after the other", "{" + W + v.formatted(0, 4), TWO);
		assertRefused("one after the other", "{" + W + v.formatted(9, 13), new byte[13]);
		assertRefused("take 8 bytes, but it holds 12", "{" + W + "}", new byte[12]);
		assertRefused("take 8 bytes, but it holds 4", "{" + W + "}", new byte[4]);
		assertRefused("take 0 bytes, but it holds 8", "{}", TWO);
		assertRefused("no weights", "{}", new byte[0]);
	}

	@Test
	void shapesThatDoNotFitAreRefused() throws IOException {
		for (final String shape : List.of("3", "1", "", "2,2", "0", "999999999999999999,4",
			"999999999999999999,999999999999999999"))
			assertRefused("does not take the bytes",
				"{'w':{'dtype':'F32','shape':[" + shape + "],'data_offsets':[0,8]}}", TWO);
		assertRefused("does not take the bytes", "{'w':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}}", TWO);
		assertRefused("9 axes", "{'w':{'dtype':'F32','shape':[1,1,1,1,1,1,1,1,2],'data_offsets':[0,8]}}", TWO);
		assertRefused("of the type F8_E4M3", "{'w':{'dtype':'F8_E4M3','shape':[8],'data_offsets':[0,8]}}", TWO);
	}

	@Test
	void invalidHeadersAreRefused() throws IOException {
		for (final String header : List.of("{", "{" + W, "{" + W + "}}", "{" + W + ",}", "{" + W + "}x", "{'w':1}",
			"{'w':[]}", "{'w':{}}", "{w:1}", "{'w':null}", W.replace("'w'", "{'w'"), "{'__metadata__':{'a':1}}",
			"{'__metadata__':[]}", "{'__metadata__':{'a':'','a':''}}", "{'w':{'dtype':'F32','shape':[2]}}",
			"{'w':{'dtype':'F32','shape':[2]," + "'data_offsets':[0,8],'more':1}}",
			"{'w':{'dtype':'F32','dtype':'F32','shape':[2],'data_offsets':[0,8]}}",
			"{'w':{'dtype':'F32','shape':['2'],'data_offsets':[0,8]}}",
			"{'w':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}",
			"{'w':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}}",
			"{'w':{'dtype':'F32','shape':[2],'data_offsets':[0,8,8]}}",
			"{'w':{'dtype':'F32','shape':[2],'data_offsets':[0,1e1]}}",
			"{'w':{'dtype':1,'shape':[2],'data_offsets':[0,8]}}"))
			assertRefused("its header is not that of a safetensors file", header, TWO);
		assertRefused("its header is not that", "{'a':" + "[".repeat(1 << 20), TWO);
		assertRefused("two tensors with the name w", "{" + W + "," + W + "}", TWO);
		final byte[] latin = Forged.safetensors("{'\u00e4':1}", TWO);
		latin[11] = 'x';
		assertRefused("its header is not that", latin);
	}

	@Test
	void invalidLengthsAreRefused() throws IOException {
		final byte[] valid = Forged.safetensors("{" + W + "}", TWO);
		for (int length = 0; length < valid.length; length++)
			assertRefused("", Arrays.copyOf(valid, length));
		for (final long length : new long[] { valid.length, 1L << 31, (1L << 32) - 1, 1L << 32, -1, Long.MIN_VALUE, 0,
			1 }) {
			final byte[] changed = valid.clone();
			ByteBuffer.wrap(changed).order(java.nio.ByteOrder.LITTLE_ENDIAN).putLong(length);
			assertRefused("", changed);
		}
		assertRefused("takes 17 MiB", Forged.safetensors("{" + W + "}" + " ".repeat(17 << 20), TWO));
	}

	private static void assertReads(final String dtype, final ByteBuffer numbers, final float... expected)
		throws IOException
	{
		final String header = "{'w':{'dtype':'" + dtype + "','shape':[2],'data_offsets':[0," + numbers.capacity() +
			"]}}";
		assertArrayEquals(expected, read(Forged.safetensors(header, numbers.array())).tensors().get("w").data());
	}

	private static Checkpoint read(final byte[] file) throws IOException {
		return Checkpoint.read(Source.of(file), "forged.safetensors");
	}

	private static void assertRefused(final String expected, final String header, final byte[] numbers)
		throws IOException
	{
		assertRefused(expected, Forged.safetensors(header, numbers));
	}

	private static void assertRefused(final String expected, final byte[] file) throws IOException {
		final String message = Forged.refusal(file);
		assertTrue(message != null && message.contains(expected), message);
	}
}
