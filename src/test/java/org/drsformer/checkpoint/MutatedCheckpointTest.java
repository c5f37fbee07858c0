package org.drsformer.checkpoint;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.source.Source;
import org.junit.jupiter.api.Test;

import com.sun.management.ThreadMXBean;

/**
 * 17 500 seeded mutations of valid checkpoints: each is either loaded or refused with a sentence, in little time and
 * with little memory. Mutations with checksums that fit are the most hostile ones. Mutations with checksums that do not
 * fit must not load with other weights.
 */
class MutatedCheckpointTest {

	/** The reader searches the last 64 KiB for the end of an archive, and a pickle may make some objects. */
	private static final long BASE_MEMORY = 4 << 20;
	private static final long MEMORY_PER_BYTE = 64;
	/** The factor for the number of mutations: 1, or N with -Ddrsformer.fuzz=N. */
	private static final int FACTOR = Integer.getInteger("drsformer.fuzz", 1);
	private static final Duration LIMIT = Duration.ofSeconds(50L * FACTOR);

	private static final int[] TELLING_BYTES = { 0, 1, 0x7f, 0x80, 0xff, '.', '(', 't', 'R', 'c', 'q', 'h', 'u', 'X',
		'J', 'K', 'M', 0x8a, 0x8b };

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
	private final Random random = new Random(20230519);
	private int loaded;

	/** The mutations are anywhere in the file: the checksums detect changes of the weights. */
	@Test
	void archives() throws IOException {
		final byte[] valid = archive();
		final Checkpoint original = Checkpoint.read(Source.of(valid), "original");
		mutate(3000, valid, 0, valid.length, UnaryOperator.identity(), original);
	}

	@Test
	void archivesWithFittingChecksums() throws IOException {
		final byte[] valid = archive();
		final int start = Forged.text(valid).indexOf("\u0080\u0002");
		mutate(3000, valid, start, Forged.text(valid).indexOf("PK\u0003\u0004", start),
			MutatedCheckpointTest::fitChecksum, null);
		assertTrue(loaded > 20,
			"only " + loaded + " mutations loaded, so most were refused before they reached the tensors");
	}

	/** This form has no checksums, so the weights may change, but not their number. */
	@Test
	void theFormBeforePyTorch16() throws IOException {
		final String tensors = "(Va\n" + Forged.tensor("Half", "0", 50, 0, new long[] { 5, 10 }, 10, 1) + "Vb\n" +
			Forged.tensor("Half", "1", 6, 0, new long[] { 3, 2 }, 1, 3) + "d.";
		final byte[] valid = Forged.legacy(tensors, Short.BYTES, new byte[100], new byte[12]);
		mutate(2000, valid, 0, valid.length, UnaryOperator.identity(), null);
	}

	/** These are files of PyTorch; the first 64 KiB hold their pickles. */
	@Test
	void fixtures() throws IOException {
		final byte[] legacy = fixture("legacy.pth");
		mutate(1000, legacy, 0, 1 << 16, UnaryOperator.identity(), null);
		final byte[] archive = fixture("deraining.pth");
		mutate(500, archive, 64, 20_000, MutatedCheckpointTest::fitChecksum, null);
		mutate(500, archive, archive.length - 13_000, archive.length, UnaryOperator.identity(),
			Checkpoint.read(Source.of(archive), "original"));
	}

	/** Half of the mutations are in the header. This form has no checksums either. */
	@Test
	void safetensors() {
		final StringBuilder header = new StringBuilder("{'__metadata__':{'format':'pt'}");
		for (int i = 0; i < 8; i++)
			header.append(",'layer.%d.weight':{'dtype':'F16','shape':[5,2],'data_offsets':[%d,%d]}".formatted(i, 20 * i,
				20 * (i + 1)));
		final byte[] valid = Forged.safetensors(header + "}", new byte[160]);
		mutate(2500, valid, 0, valid.length, UnaryOperator.identity(), null);
		mutate(2500, valid, 0, header.length(), MutatedCheckpointTest::fitLength, null);
		assertTrue(loaded > 20,
			"only " + loaded + " mutations loaded, so most were refused before they reached the tensors");
	}

	/** Files with all kinds of objects beside the weights, in two protocols, and in the zip64 form. */
	@Test
	void foreignObjects() throws IOException {
		for (final String file : new String[] { "foreign-2.pth", "foreign-5.pth" }) {
			final byte[] valid = Files.readAllBytes(ForeignObjectsTest.FOLDER.resolve(file));
			final int start = Forged.text(valid).indexOf("\u0080");
			mutate(1000, valid, start, Forged.text(valid).indexOf("PK\u0003\u0004", start),
				MutatedCheckpointTest::fitChecksum, null);
		}
		final byte[] zip64 = Files.readAllBytes(ForeignObjectsTest.FOLDER.resolve("zip64.pth"));
		mutate(500, zip64, zip64.length - 700, zip64.length, UnaryOperator.identity(),
			Checkpoint.read(Source.of(zip64), "original"));
		assertTrue(loaded > 20,
			"only " + loaded + " mutations loaded, so most were refused before they reached the tensors");
	}

	private void mutate(final int times, final byte[] valid, final int from, final int to,
		final UnaryOperator<byte[]> finish, final Checkpoint original)
	{
		assertTimeoutPreemptively(LIMIT, () -> {
			for (int i = 0; i < times * FACTOR; i++)
				check(finish.apply(mutated(valid, from, to)), original, "mutation " + i);
		});
	}

	/** Makes one to four changes: of a bit, of a byte, to a byte with a meaning, or of a number of four bytes. */
	private byte[] mutated(final byte[] valid, final int from, final int to) {
		final byte[] bytes = valid.clone();
		for (int change = random.nextInt(4); change >= 0; change--) {
			final int position = from + random.nextInt(to - from);
			switch (random.nextInt(4)) {
				case 0 -> bytes[position] ^= (byte) (1 << random.nextInt(8));
				case 1 -> bytes[position] = (byte) random.nextInt();
				case 2 -> bytes[position] = (byte) TELLING_BYTES[random.nextInt(TELLING_BYTES.length)];
				default -> ByteBuffer.wrap(bytes)
					.putInt(Math.min(position, bytes.length - 4), random.nextInt() >> random.nextInt(32));
			}
		}
		return bytes;
	}

	private void check(final byte[] mutated, final Checkpoint original, final String which) throws IOException {
		final long before = threads.getCurrentThreadAllocatedBytes();
		try {
			final Checkpoint checkpoint = Checkpoint.read(Source.of(mutated), "mutated.pth");
			loaded++;
			if (original != null)
				CheckpointTest.assertSame(original, checkpoint);
		}
		catch (final DrsformerException e) {
			assertTrue(e.getMessage().startsWith("The checkpoint mutated.pth cannot be used: "), e.getMessage());
		}
		final long taken = threads.getCurrentThreadAllocatedBytes() - before;
		assertTrue(taken < BASE_MEMORY + MEMORY_PER_BYTE * mutated.length, which + " took " + taken + " bytes");
	}

	/** Corrects the checksum of data.pkl in the table of contents. */
	private static byte[] fitChecksum(final byte[] archive) {
		final ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
		final int header = bytes.getInt(archive.length - 6);
		final int start = 30 + bytes.getShort(26) + bytes.getShort(28);
		final CRC32 sum = new CRC32();
		sum.update(archive, start, bytes.getInt(header + 24));
		return bytes.putInt(header + 16, (int) sum.getValue()).array();
	}

	/** Corrects the length of the header to end at its last brace. */
	private static byte[] fitLength(final byte[] file) {
		final long length = Forged.text(file).lastIndexOf('}') + 1L - Long.BYTES;
		return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(0, Math.max(2, length)).array();
	}

	private static byte[] archive() throws IOException {
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		for (int i = 1; i < 6; i++)
			tensors.put("layer." + i + ".weight", new Tensor(new int[] { i, 2, 3 }, new float[6 * i]));
		final Checkpoint checkpoint = Checkpoint.of(tensors);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		TorchWriter.write(out, new LinkedHashMap<>(Map.of("params", checkpoint, "params_ema", checkpoint)));
		return out.toByteArray();
	}

	private static byte[] fixture(final String file) throws IOException {
		try (InputStream stream = MutatedCheckpointTest.class.getResourceAsStream("/fixtures/d8_plain/" + file)) {
			return stream.readAllBytes();
		}
	}
}
