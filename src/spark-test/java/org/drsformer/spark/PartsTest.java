package org.drsformer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** Checks how files are distributed over tasks. */
class PartsTest {

	private static RemoteFile file(final int number, final long bytes) {
		return new RemoteFile("s3a://b/in/" + number, "s3a://b/out/" + number, Integer.toString(number), bytes, "");
	}

	private static long bytes(final Part part) {
		return part.files().stream().mapToLong(RemoteFile::bytes).sum();
	}

	@Test
	void aboutEquallyLargeAndOfOneComputer() {
		final Random random = new Random(1);
		final Map<RemoteFile, List<String>> files = new LinkedHashMap<>();
		for (int i = 0; i < 1000; i++)
			files.put(file(i, random.nextInt(100_000)), List.of("node" + i % 3));
		final long most = files.keySet().stream().mapToLong(RemoteFile::bytes).sum() / (20 * 8);
		final List<Part> parts = Parts.of(files, 20);
		final Set<RemoteFile> all = new HashSet<>();
		for (final Part part : parts) {
			all.addAll(part.files());
			assertTrue(part.files().size() <= 16 && (part.files().size() == 1 || bytes(part) <= most), part::toString);
			part.files().forEach(file -> assertEquals(part.hosts(), files.get(file)));
		}
		assertEquals(files.keySet(), all);
		for (int i = 1; i < parts.size(); i++)
			assertTrue(bytes(parts.get(i - 1)) >= bytes(parts.get(i)));
		assertTrue(parts.size() < 400, () -> "" + parts.size());
	}

	/** Where there are only a few files, each has a task of its own, and empty ones count too. */
	@Test
	void fewFiles() {
		final Map<RemoteFile, List<String>> files = new LinkedHashMap<>();
		for (int i = 0; i < 5; i++)
			files.put(file(i, i * 1000L), List.of());
		assertEquals(5, Parts.of(files, 4).stream().mapToInt(part -> part.files().size()).sum());
		assertEquals(4000, bytes(Parts.of(files, 4).get(0)));
		assertEquals(5, Parts.single(files).size());
		assertEquals(List.of(), Parts.of(Map.of(), 4));
		assertEquals(1, new ArrayList<>(Parts.of(Map.of(file(0, 0), List.of()), 4)).size());
	}
}
