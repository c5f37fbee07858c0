package org.drsformer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import ai.djl.engine.EngineException;

/** Failures with the texts of DJL 0.35.1 and libtorch 2.7.1 get messages that say what to do. */
class EngineFailuresTest {

	static Stream<Arguments> failures() {
		return Stream.of( //
			Arguments.of(
				new EngineException("Failed to save pytorch index file", new IOException("Offline mode is enabled.")),
				"pytorch-native-cpu"), //
			Arguments.of(new EngineException("Failed to save pytorch index file", new IOException("publish.djl.ai")),
				"https://publish.djl.ai"), //
			Arguments.of(new EngineException("Failed to download PyTorch native library", new IOException("reset")),
				"https://publish.djl.ai"), //
			Arguments.of(
				new EngineException("Cannot download jni files: https://publish.djl.ai/x", new IOException("x")),
				"pytorch-jni"), //
			Arguments.of(
				new EngineException("Failed to extract PyTorch native library", new AccessDeniedException("/x")),
				"DJL_CACHE_DIR"), //
			Arguments.of(new EngineException("Cannot copy jni files", new IOException("No space left on device")),
				"DJL_CACHE_DIR"), //
			Arguments.of(new EngineException("No PyTorch native library matches your operating system: cpu-osx-x86_64"),
				"Apple silicon"), //
			Arguments.of(new EngineException("Failed to load PyTorch native library",
				new UnsatisfiedLinkError("/lib64/libm.so.6: version `GLIBC_2.27' not found")), "GLIBC_2.27"), //
			Arguments.of(
				new EngineException("Failed to load PyTorch native library",
					new UnsatisfiedLinkError(
						"/home/x/.djl.ai/pytorch/2.7.1-cpu-linux-x86_64/libc10.so: file too short")),
				"2.7.1-cpu-linux-x86_64/libc10.so: file too short); delete the folder"), //
			Arguments.of(new EngineException("Deep learning engine not found: PyTorch"), "install the plugin again"), //
			Arguments
				.of(new EngineException("[enforce fail at alloc_cpu.cpp:118] err == 0. DefaultCPUAllocator: can't" +
					" allocate memory: you tried to allocate 40000000000 bytes."), "a lower limit of memory"), //
			Arguments.of(new EngineException("CUDA out of memory. Tried to allocate 2.00 GiB."),
				"a lower limit of memory"));
	}

	@ParameterizedTest
	@MethodSource("failures")
	void saysWhatToDo(final RuntimeException failure, final String remedy) {
		final RuntimeException explained = EngineFailures.explain(failure);
		assertTrue(explained instanceof DrsformerException, explained.toString());
		assertTrue(explained.getMessage().contains(remedy), explained.getMessage());
		assertSame(failure, explained.getCause());
	}

	@Test
	void keepsOtherFailures() {
		final RuntimeException own = new DrsformerException("out of memory, as I said");
		final RuntimeException fault = new IllegalStateException("fault");
		assertSame(own, EngineFailures.explain(own));
		assertSame(fault, EngineFailures.explain(fault));
	}

	@Test
	void anyOtherFailureOfTheEngineIsASentenceToo() {
		assertEquals("PyTorch failed: strange",
			EngineFailures.explain(new EngineException("outer", new EngineException("strange"))).getMessage());
	}
}
