package org.drsformer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The user's environment variables and system properties for DJL and PyTorch count, and messages name them if they are
 * the cause of a failure.
 */
class EngineStartTest {

	private static final String CAPACITY = "ONEDNN_PRIMITIVE_CACHE_CAPACITY";

	@Test
	void aLibraryThatDoesNotLoad(@TempDir final Path folder) throws IOException {
		Files.writeString(folder.resolve(System.mapLibraryName("torch")), "no library at all", StandardCharsets.UTF_8);
		final List<String> lines = EngineStart.lines(List.of(), Map.of("PYTORCH_LIBRARY_PATH", folder.toString()));
		assertTrue(lines.get(0).contains("the environment variable PYTORCH_LIBRARY_PATH (" + folder + ")")
			&& lines.get(0).contains("remove that setting"), lines.toString());
		assertTrue(lines.get(1).startsWith(lines.get(0)) && lines.get(1).contains("a second time"), lines.toString());
	}

	@Test
	void aVersionThatDoesNotExist() throws IOException {
		final List<String> lines = EngineStart.lines(List.of("-DPYTORCH_VERSION=1.0.0"), Map.of());
		assertTrue(lines.get(0).contains("the system property PYTORCH_VERSION (1.0.0)")
			&& lines.get(0).contains("remove that setting"), lines.toString());
	}

	/** DJL ignores these settings, and so do we. */
	@Test
	@DisabledOnOs(OS.WINDOWS)
	void choicesThatChangeNothing(@TempDir final Path folder) throws IOException {
		assertEquals(List.of("started", "started", CAPACITY + "=" + PrimitiveCache.CAPACITY),
			EngineStart.lines(List.of("-DPYTORCH_LIBRARY_PATH=" + folder + "/none"),
				Map.of("PYTORCH_VERSION", "", "PYTORCH_FLAVOR", ""), CAPACITY));
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void theUsersBoundOfTheCacheStays() throws IOException {
		assertEquals(CAPACITY + "=7", EngineStart.lines(List.of(), Map.of(CAPACITY, "7"), CAPACITY).get(2));
	}
}
