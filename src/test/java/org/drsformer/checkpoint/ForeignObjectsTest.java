package org.drsformer.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects beside the weights are skipped, and messages name objects that a file holds instead of weights. */
class ForeignObjectsTest {

	static final Path FOLDER = Path.of("src/test/resources/checkpoints");

	private static final String TENSOR = Forged.tensor("Float", "0", 2, 0, new long[] { 2 }, 1);
	private static final byte[] STORED = Forged.floats(1, 2);

	@TempDir
	Path folder;

	/** The script foreign.py, in the same folder, has made these files. */
	@ParameterizedTest
	@ValueSource(strings = { "foreign-2.pth", "foreign-4.pth", "foreign-5.pth", "zip64.pth" })
	void areSkipped(final String file) {
		final Map<String, Tensor> tensors = Checkpoint.read(FOLDER.resolve(file)).tensors();
		assertEquals(Set.of("w"), tensors.keySet());
		assertArrayEquals(new int[] { 2, 3 }, tensors.get("w").shape());
		assertArrayEquals(new float[] { 0, 1, 2, 3, 4, 5 }, tensors.get("w").data());
	}

	/** These are instructions that CPython writes only in rare cases. */
	@Test
	void rareInstructionsAreSkipped() throws IOException {
		for (final String object : List.of("ca\nb\n)}\u0092", "ca\nb\n)\u0081(I1\nI2\ne(I1\nI2\nu(N}tb", "(ia\nb\n",
			"(ca\nb\no", "\u008f(I1\n\u0090", "(I1\n\u0091", "\u0096\u0002\0\0\0\0\0\0\0ab",
			"ca\nb\n(ctorch\nFloatStorage\n)RtR", "ccollections\ndefaultdict\n(ca\nb\ntR"))
			assertArrayEquals(new float[] { 1, 2 },
				Forged.read(Forged.zip("(Vx\n" + object + "Vw\n" + TENSOR + "d.", STORED)).data(), object);
	}

	@Test
	void numbersOfAnUnknownKindAreSkippedToo() throws IOException {
		final String complex = TENSOR.replace("FloatStorage\nV0", "ComplexFloatStorage\nV9");
		final String pickle = "(Vstate_dict\n(Vw\n" + TENSOR + "dVkernel\n" + complex + "d.";
		assertArrayEquals(new float[] { 1, 2 }, Forged.read(Forged.zip(pickle, STORED)).data());
		assertRefused("numbers of a kind that is not supported",
			Forged.legacy(pickle.replace("V9", "V1"), 4, STORED, STORED));
		assertRefused("its tensor w is of an unsupported kind (torch._utils._rebuild_tensor_v2)",
			Forged.zip(Forged.only(complex)));
	}

	@Test
	void itemsForAnythingButContainersAreRefused() throws IOException {
		for (final String wrong : List.of("]\u0090.", "](\u0090.", "N(\u0090.", "N)R.", "N}b.", "(a.", "N(N\u0091b.",
			"N}\u0092."))
			assertRefused("", Forged.zip(wrong));
	}

	@Test
	void wholeModelsAndProgramsAreNamed() throws IOException {
		assertRefused(
			"(net.DRSformer) instead of a dictionary of weights, and nothing in a checkpoint is run; save the weights" +
				" alone in Python: torch.save(model.state_dict(), \"weights.pth\")",
			Forged.zip("cnet\nDRSformer\n)\u0081}b."));
		assertRefused("(net.DRSformer)", Forged.legacy("(Vmodule\ncnet\nDRSformer\nVnet.py\nVpass\ntQ)\u0081}b.", 1));
		for (final String entry : List.of("a/constants.pkl", "a/code/__torch__.py"))
			assertRefused(
				"a TorchScript program instead of weights, and nothing in a checkpoint is run; save the weights alone" +
					" in Python: torch.save(torch.jit.load(FILE).state_dict(), \"weights.pth\")",
				Forged.zip(Map.of("a/data.pkl", Forged.latin("N."), entry, new byte[0])));
		assertRefused("an archive without data.pkl", Forged.zip(Map.of("a/b", new byte[0])));
	}

	@Test
	void containersThatContainThemselvesAreASentence() {
		final Path self = FOLDER.resolve("self-dict.pth");
		assertTrue(refusal(() -> Checkpoint.read(self)).contains("it has no weights under"));
		assertTrue(refusal(() -> TorchReader.read(self)).contains("containers in each other, or in themselves"));
		for (final String file : List.of("foreign-2.pth", "foreign-5.pth"))
			assertTrue(refusal(() -> TorchReader.read(FOLDER.resolve(file))).contains("containers in each other"));
	}

	@Test
	void deepAndWideContainersAreWalkedOnce() throws IOException {
		assertDeep("]".repeat(100_000) + "a".repeat(99_999));
		assertDeep("}" + "Va\n}".repeat(100_000) + "s".repeat(100_000));
		assertDeep(")" + "\u0085".repeat(100_000));
		assertDeep("]p0\ng0\na");
		final Path wide = folder.resolve("wide.pth");
		java.nio.file.Files.write(wide, Forged.zip("(Va\n}p0\n" + "0(Vx\ng0\nVy\ng0\ndp0\n".repeat(60) + "d."));
		assertEquals(Set.of("a"), TorchReader.read(wide).keySet());
	}

	private void assertDeep(final String value) throws IOException {
		final Path file = folder.resolve("deep.pth");
		java.nio.file.Files.write(file, Forged.zip("(Va\n" + value + "Vw\n" + TENSOR + "d.", STORED));
		assertEquals(Set.of("w"), Checkpoint.read(file).tensors().keySet());
		final String sentence = refusal(() -> TorchReader.read(file));
		assertTrue(sentence.contains("more than 64 deep"), sentence);
	}

	private static String refusal(final org.junit.jupiter.api.function.Executable work) {
		return assertThrows(DrsformerException.class, work).getMessage();
	}

	private static void assertRefused(final String expected, final byte[] checkpoint) throws IOException {
		final String message = Forged.refusal(checkpoint);
		assertTrue(message != null && message.contains(expected), message);
	}
}
