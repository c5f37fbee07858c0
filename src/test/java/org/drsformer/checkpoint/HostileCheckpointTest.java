package org.drsformer.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that try to run something, to take all memory or never to end, and files that are damaged are refused. */
class HostileCheckpointTest {

	private static final String TENSOR = Forged.tensor("Float", "0", 2, 0, new long[] { 2 }, 1);
	/** Replaces the list on the stack by a list that holds it twice. */
	private static final String DOUBLE = "0(g0\ng0\nlp0\n";
	private static final byte[] STORED = Forged.floats(1, 2);

	@TempDir
	Path folder;

	@Test
	void theForgedCheckpointItselfIsFine() throws IOException {
		assertNull(Forged.refusal(Forged.zip(Forged.only(TENSOR), STORED)));
		assertNull(Forged.refusal(Forged.legacy(Forged.only(TENSOR), Float.BYTES, STORED)));
	}

	@Test
	void nothingIsRunAndObjectsInPlaceOfWeightsAreNamed() throws IOException {
		final Path proof = folder.resolve("proof");
		final String command = "(S'touch " + proof + "'\n";
		for (final String attack : new String[] { "cposix\nsystem\n" + command + "tR.", command + "iposix\nsystem\n.",
			"(cposix\nsystem\n" + command.substring(1) + "o.", "Vposix\nVsystem\n\u0093" + command + "tR." }) {
			assertRefused("a Python object (posix.system)", Forged.zip(attack));
			assertRefused("a Python object (posix.system)", Forged.legacy(attack, 1));
		}
		assertRefused("no weights under", Forged.zip(Forged.only("cposix\nsystem\n" + command + "tR")));
		assertRefused("a Python object (builtins.eval)", Forged.zip("cbuiltins\neval\n(V1\ntR."));
		assertRefused("a Python object (torch.FloatStorage.x?)", Forged.zip("ctorch.FloatStorage\nx\u0007\n."));
		assertTrue(Files.notExists(proof));
	}

	@Test
	void everyTruncationIsRefused() throws IOException {
		for (final byte[] whole : new byte[][] { Forged.zip(Forged.only(TENSOR), STORED),
			Forged.legacy(Forged.only(TENSOR), Float.BYTES, STORED) })
			for (int length = 0; length < whole.length; length++)
				assertRefused("", Arrays.copyOf(whole, length));
	}

	@Test
	void emptyForeignAndRandomFilesAreRefused() throws IOException {
		assertRefused("is empty", new byte[0]);
		assertRefused("not a file of PyTorch", Forged.latin("weights"));
		assertRefused("a web page", Forged.latin("\r\n<!DOCTYPE html><html>"));
		assertRefused("the pointer that Git LFS keeps",
			Forged.latin("version https://git-lfs.github.com/spec/v1\noid sha256:00"));
		assertRefused("not one of PyTorch", Forged.latin("\u0080\u0002}."));
		final Random random = new Random(3);
		for (int i = 0; i < 1000; i++) {
			final byte[] bytes = new byte[random.nextInt(2000)];
			random.nextBytes(bytes);
			assertRefused("", bytes);
		}
	}

	@Test
	void missingFilesAreNamed() {
		final Path missing = folder.resolve("missing.pth");
		assertEquals("The checkpoint " + missing + " does not exist; choose a .pth or .safetensors file.",
			assertThrows(DrsformerException.class, () -> Checkpoint.read(missing)).getMessage());
		assertEquals("The checkpoint " + folder + " is not a file; choose a .pth or .safetensors file.",
			assertThrows(DrsformerException.class, () -> Checkpoint.read(folder)).getMessage());
	}

	/** A gigabyte of zeros can be compressed to a megabyte. PyTorch compresses nothing, so we need not inflate. */
	@Test
	void compressedArchivesAreRefused() throws IOException {
		assertRefused("compressed", new byte[1 << 20], "archive/data.pkl");
	}

	@Test
	void entriesThatShareBytesAreRefused() throws IOException {
		final byte[] zip = Forged.zip(Forged.only(TENSOR), STORED, STORED, STORED);
		// The table of contents says that data/1 reaches into data/2: both lengths stand 20 and 24 bytes into
		// its header.
		final int header = Forged.text(zip).lastIndexOf("any name/data/1") - 46;
		final byte[] lengths = Forged.little(8).putInt(STORED.length + 32).putInt(STORED.length + 32).array();
		System.arraycopy(lengths, 0, zip, header + 20, lengths.length);
		assertRefused("table of contents", zip);
	}

	@Test
	void absurdShapesAreRefusedBeforeMemoryIsTaken() throws IOException {
		final long billion = 1_000_000_000;
		assertRefused("absurd shape", forged(billion, 0, new long[] { billion, billion }, billion, 1));
		assertRefused("absurd shape", forged(2, 0, new long[] { Long.MAX_VALUE }, 0));
		assertRefused("absurd shape", forged(2, 0, new long[] { 1 << 20, 1 << 20, 1 << 20, 1 << 20 }, 0, 0, 0, 0));
		assertRefused("missing or not as long", forged(billion, 0, new long[] { 1 << 28 }, 1));
		assertRefused("missing or not as long", forged(Long.MAX_VALUE, 0, new long[] { 1 }, 1));
		assertRefused("can hold", forged(2, 0, new long[] { 1 << 28 }, 0));
		assertRefused("", Forged
			.legacy(Forged.only(Forged.tensor("Float", "0", Long.MAX_VALUE, 0, new long[] { 1 << 28 }, 1)), 4, STORED));
	}

	/** The description of a view takes few bytes, so many views must not take memory without limit. */
	@Test
	void manyViewsOfOneStorageAreRefused() throws IOException {
		final StringBuilder pickle = new StringBuilder("(");
		for (int i = 0; i < 1000; i++)
			pickle.append("Vv")
				.append(i)
				.append('\n')
				.append(i == 0 ? Forged.tensor("Float", "0", 6000, 0, new long[] { 5999 }, 1) + "p0\n" : "g0\n");
		assertRefused("can hold", Forged.zip(pickle + "d.", new byte[24000]));
	}

	/** The textbook attack, lists of lists of the same list, 2^1000 of them, and containers that contain themselves. */
	@Test
	void picklesThatRepeatThemselvesAreWalkedOnce() throws IOException {
		final String doubling = "(Vx\n(lp0\n" + DOUBLE.repeat(1000) + "Vw\n" + TENSOR + "d.";
		assertNull(Forged.refusal(Forged.zip(doubling, STORED)));
		assertRefused("no weights", Forged.zip("}p0\nVparams_ema_\ng0\ns."));
		assertRefused("no weights", Forged.zip("}p0\nVparams\ng0\ns."));
		assertRefused("no weights", Forged.zip("}p0\nVparams\ng0\nsVmodel\ng0\nsVnet\ng0\ns."));
		assertRefused("no weights", Forged.zip("}Vmodel\n".repeat(100_000) + "}" + "s".repeat(100_000) + "."));
		assertRefused("no weights", Forged.zip("}(lp0\n" + DOUBLE.repeat(1000) + "I1\ns."));
		assertRefused("steps", Forged.zip("}".repeat(600_000)));
		assertRefused("makes no sense", Forged.zip("(".repeat(300_000) + "t".repeat(3) + "R."));
	}

	@Test
	void otherThingsThanWeightsAreExplained() throws IOException {
		assertRefused("no dictionary", Forged.zip("I5\n."));
		assertRefused("(only epoch, model)", Forged.zip("(Vepoch\nI5\nVmodel\n}d."));
		assertRefused("whose name is not a text but 5", Forged.zip("(I5\n" + TENSOR + "d.", STORED));
		assertRefused("two tensors with the name module.w",
			Forged.zip("(Vw\n" + TENSOR + "Vmodule.w\n" + TENSOR + "d.", STORED));
		assertRefused("its tensor w is of an unsupported kind (torch._utils._rebuild_qtensor)",
			Forged.zip(Forged.only("ctorch._utils\n_rebuild_qtensor\n)R")));
		assertRefused("no weights", Forged.zip("(Vloss\ncnumpy.core.multiarray\nscalar\n)Rd."));
	}

	@Test
	void changedWeightsAreNoticed() throws IOException {
		final byte[] zip = Forged.zip(Forged.only(TENSOR), STORED);
		zip[Forged.text(zip).indexOf(Forged.text(STORED)) + 5] ^= 1;
		assertRefused("checksum", zip);
	}

	private static byte[] forged(final long elements, final long offset, final long[] shape, final long... strides)
		throws IOException
	{
		return Forged.zip(Forged.only(Forged.tensor("Float", "0", elements, offset, shape, strides)), STORED);
	}

	private static void assertRefused(final String expected, final byte[] content, final String entry)
		throws IOException
	{
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			zip.putNextEntry(new ZipEntry(entry));
			zip.write(content);
		}
		assertRefused(expected, out.toByteArray());
	}

	/** Checks that the message is one sentence, names the file, and contains a text. */
	private static void assertRefused(final String expected, final byte[] checkpoint) throws IOException {
		final String message = Forged.refusal(checkpoint);
		assertTrue(message != null && message.startsWith("The checkpoint forged.pth cannot be used: ")
			&& message.endsWith("."), message);
		assertTrue(message.contains(expected), message);
	}
}
