package org.drsformer.checkpoint.pickle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.checkpoint.Forged;
import org.drsformer.checkpoint.Tensor;
import org.junit.jupiter.api.Test;

/** Reads all types of numbers and all kinds of views; the expected values are worked out by hand. */
class StoredTensorTest {

	private static final byte[] SIX = Forged.floats(0, 1, 2, 3, 4, 5);

	@Test
	void allKindsOfNumbersBecomeFloats() throws IOException {
		assertReads("Double", Forged.little(24).putDouble(1.5).putDouble(-1e-3).putDouble(1e-300), 1.5f, -1e-3f, 0);
		assertReads("Long", Forged.little(24).putLong(-1).putLong(1L << 40).putLong(7), -1, 1L << 40, 7);
		assertReads("Int", Forged.little(12).putInt(-1).putInt(1 << 20).putInt(7), -1, 1 << 20, 7);
		assertReads("Short", Forged.little(6).putShort((short) -1).putShort((short) 300).putShort((short) 7), -1, 300,
			7);
		assertReads("Char", Forged.little(3).put((byte) -1).put((byte) 2).put((byte) 3), -1, 2, 3);
		assertReads("Byte", Forged.little(3).put((byte) -1).put((byte) 2).put((byte) 3), 255, 2, 3);
		assertReads("Bool", Forged.little(3).put((byte) 1).put((byte) 0).put((byte) 1), 1, 0, 1);
		assertReads("BFloat16",
			Forged.little(6).putShort((short) 0x3f80).putShort((short) 0xc049).putShort((short) 0xff7f), 1, -3.140625f,
			-3.3895314e38f);
	}

	/** The numbers are 1, the largest, the smallest and the largest subnormal, -2, 1/3, and -0. */
	@Test
	void halfPrecisionIsExact() throws IOException {
		assertReads("Half", halves(0x3c00, 0x7bff, 0x0001), 1, 65504, 0x1p-24f);
		assertReads("Half", halves(0x03ff, 0xc000, 0x3555), 1023 * 0x1p-24f, -2, 0.333251953125f);
		assertReads("Half", halves(0x8000), -0f);
	}

	/** Only the numbers that a tensor shows matter, not the others in its storage. */
	@Test
	void nanAndInfinityAreRefusedWithTheNameOfTheTensor() throws IOException {
		final String w = "its tensor w holds values that are NaN or infinite; its training went wrong";
		for (final float value : new float[] { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY,
			Float.intBitsToFloat(-1) }) {
			final byte[] stored = Forged.floats(0, value, 2, 3, 4, 5);
			assertRefused(w, view(0, new long[] { 6 }, 1), stored);
			assertRefused(w, view(1, new long[] { 2 }, 4), stored);
			assertArrayEquals(new float[] { 2, 3 },
				Forged.read(Forged.zip(Forged.only(view(2, new long[] { 2 }, 1)), stored)).data());
		}
		for (final int half : new int[] { 0xfc00, 0x7c00, 0x7e01 })
			assertRefused(w, Forged.tensor("Half", "0", 1, 0, new long[] { 1 }, 1), halves(half).array());
		assertRefused(w, Forged.tensor("BFloat16", "0", 1, 0, new long[] { 1 }, 1), halves(0x7f80).array());
		assertRefused(w, Forged.tensor("Double", "0", 1, 0, new long[] { 1 }, 1),
			Forged.little(8).putDouble(1e300).array());
	}

	@Test
	void bigEndianNumbersAreRead() throws IOException {
		final byte[] stored = ByteBuffer.allocate(8).putFloat(1.5f).putFloat(-2).array();
		final byte[] pickle = Forged.latin(Forged.only(Forged.tensor("Float", "0", 2, 0, new long[] { 2 }, 1)));
		for (final String order : new String[] { "big", "big\n" })
			assertArrayEquals(new float[] { 1.5f, -2 }, Forged.read(Forged.zip(pickle, order, stored)).data());
		assertArrayEquals(new float[] { 0, 1 },
			Forged.read(Forged.zip(pickle, "little\n", Forged.floats(0, 1))).data());
		final String message = Forged.refusal(Forged.zip(pickle, "middle", stored));
		assertTrue(message.contains("unknown byte order middle"), message);
	}

	@Test
	void viewsAreReadInTheirOrder() throws IOException {
		assertReads(view(0, new long[] { 2, 3 }, 3, 1), 0, 1, 2, 3, 4, 5);
		assertReads(view(0, new long[] { 3, 2 }, 1, 3), 0, 3, 1, 4, 2, 5);
		assertReads(view(1, new long[] { 2 }, 3), 1, 4);
		assertReads(view(4, new long[] { 2 }, 1), 4, 5);
		assertReads(view(5, new long[] { 1, 1 }, 1L << 62, 99), 5);
		assertReads(view(5, new long[] {}), 5);
		assertReads(view(2, new long[] { 2, 2 }, 0, 1), 2, 3, 2, 3);
		assertReads(view(6, new long[] { 0, 2 }, 1, 1));
	}

	@Test
	void theFormBeforePyTorch16HoldsTheSame() throws IOException {
		final byte[] legacy = Forged.legacy(Forged.only(view(1, new long[] { 2 }, 3)), Float.BYTES, SIX);
		assertArrayEquals(new float[] { 1, 4 }, Forged.read(legacy).data());
	}

	@Test
	void parametersAndOlderTensorsAreKnown() throws IOException {
		final String tensor = view(1, new long[] { 2 }, 3);
		assertReads("ctorch._utils\n_rebuild_parameter\n(" + tensor + "I01\nccollections\nOrderedDict\n)RtR", 1, 4);
		assertReads(tensor.replace("_v2", "").replace("I00\nccollections\nOrderedDict\n)R", ""), 1, 4);
		assertReads(tensor.replace("(L2L\nt", "ctorch\nSize\n((L2L\nttR"), 1, 4);
	}

	/** Tied weights share one array, and take the memory of one. */
	@Test
	void sharedStoragesAreReadOnce() throws IOException {
		final String tensor = view(0, new long[] { 6 }, 1);
		final Checkpoint checkpoint = Forged.checkpoint(Forged.zip("(Va\n" + tensor + "Vb\n" + tensor + "d.", SIX));
		assertEquals(12, checkpoint.parameterCount());
		assertSame(checkpoint.tensors().get("a").data(), checkpoint.tensors().get("b").data());
	}

	@Test
	void viewsThatLeaveTheirStorageAreRefused() throws IOException {
		assertRefused("beyond", view(0, new long[] { 7 }, 1));
		assertRefused("beyond", view(6, new long[] { 1 }, 1));
		assertRefused("beyond", view(1, new long[] { 2, 3 }, 3, 1));
		assertRefused("beyond", view(0, new long[] { 2 }, Long.MAX_VALUE));
		assertRefused("beyond", view(Long.MAX_VALUE, new long[] { 1 }, 1));
		assertRefused("negative", view(-1, new long[] { 1 }, 1));
		assertRefused("negative", view(5, new long[] { 2 }, -1));
		assertRefused("negative", view(5, new long[] { -1, -1 }, 1, 1));
		assertRefused("axes", view(0, new long[] { 2, 3 }, 1));
	}

	@Test
	void shapesMustHoldTheirValues() {
		assertEquals("48x3x3", new Tensor(new int[] { 48, 3, 3 }, new float[432]).shapeText());
		for (final int[] shape : new int[][] { { 3 }, { -1, 0 }, { -2, -1 }, { 65536, 65536 },
			{ Integer.MAX_VALUE, Integer.MAX_VALUE, 4, 2 } })
			assertThrows(IllegalArgumentException.class, () -> new Tensor(shape, new float[2]));
	}

	private static ByteBuffer halves(final int... bits) {
		final ByteBuffer bytes = Forged.little(bits.length * Short.BYTES);
		for (final int half : bits)
			bytes.putShort((short) half);
		return bytes;
	}

	private static String view(final long offset, final long[] shape, final long... strides) {
		return Forged.tensor("Float", "0", 6, offset, shape, strides);
	}

	private static void assertReads(final String view, final float... expected) throws IOException {
		assertArrayEquals(expected, Forged.read(Forged.zip(Forged.only(view), SIX)).data());
	}

	private static void assertReads(final String type, final ByteBuffer stored, final float... expected)
		throws IOException
	{
		final String tensor = Forged.tensor(type, "0", expected.length, 0, new long[] { expected.length }, 1);
		assertArrayEquals(expected, Forged.read(Forged.zip(Forged.only(tensor), stored.array())).data());
	}

	private static void assertRefused(final String expected, final String view) throws IOException {
		assertRefused(expected, view, SIX);
	}

	private static void assertRefused(final String expected, final String view, final byte[] stored)
		throws IOException
	{
		final String message = Forged.refusal(Forged.zip(Forged.only(view), stored));
		assertTrue(message != null && message.contains(expected), message);
	}
}
