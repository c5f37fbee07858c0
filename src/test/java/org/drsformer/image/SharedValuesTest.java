package org.drsformer.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.drsformer.image.file.ImageFiles;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests TIFF files with thousands of pages that all point to one long list of values, of which only the first counts.
 */
class SharedValuesTest {

	private static final int PAGES = 4000;

	private static final int VALUES = 200_000;

	private static final Duration GOOD_TIME = Duration.ofSeconds(10);

	/** A file with pages of 4 x 4 pixels, which lie at 8; the values follow them. */
	private static byte[] tiff(final int sharedTag) {
		final int[][] entries = { { 256, 4, 1, 4 }, { 257, 4, 1, 4 }, { 258, 3, 1, 8 }, { 259, 3, 1, 1 },
			{ 262, 3, 1, 1 }, { 273, 4, 1, 8 }, { sharedTag, 3, VALUES, 24 }, { 277, 3, 1, 1 }, { 278, 4, 1, 4 },
			{ 279, 4, 1, 16 } };
		final int directoryBytes = 2 + 12 * entries.length + 4;
		final int first = 24 + 2 * VALUES;
		final ByteBuffer file = ByteBuffer.allocate(first + PAGES * directoryBytes).order(ByteOrder.LITTLE_ENDIAN);
		file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(first).position(24);
		for (int i = 0; i < VALUES; i++)
			file.putShort((short) 1);
		for (int page = 1; page <= PAGES; page++) {
			file.putShort((short) entries.length);
			for (final int[] entry : entries)
				file.putShort((short) entry[0]).putShort((short) entry[1]).putInt(entry[2]).putInt(entry[3]);
			file.putInt(page == PAGES ? 0 : first + page * directoryBytes);
		}
		return file.array();
	}

	/** The orientation, and a tag that is never read. */
	@ParameterizedTest
	@ValueSource(ints = { 274, 276 })
	void readsWithinSeconds(final int sharedTag, @TempDir final Path folder) throws IOException {
		final Path file = Files.write(folder.resolve("a.tif"), tiff(sharedTag));
		assertTimeoutPreemptively(GOOD_TIME, () -> assertEquals(PAGES, ImageFiles.open(file).getStackSize()));
	}
}
