package org.drsformer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URL;
import java.net.URLClassLoader;

import org.junit.jupiter.api.Test;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import com.sun.jna.Platform;

class TorchTest {

	@Test
	void startsWithAContextClassLoaderThatKnowsNothing() throws Exception {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		try (URLClassLoader stranger = new URLClassLoader(new URL[0], null)) {
			thread.setContextClassLoader(stranger);
			try (NDManager manager = Torch.newManager(ComputeDevice.CPU)) {
				assertEquals(3, manager.create(new float[] { 1, 2 }).sum().getFloat());
			}
			assertSame(stranger, thread.getContextClassLoader());
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	@Test
	void infersWithoutGradientsAndRestoresTheMode() {
		Torch.resolve(ComputeDevice.AUTO);
		JniUtils.setGradMode(true);
		assertFalse(Torch.infer(JniUtils::isGradMode));
		assertEquals(true, JniUtils.isGradMode());
		assertThrows(IllegalStateException.class, () -> Torch.infer(() -> {
			throw new IllegalStateException();
		}));
		assertEquals(true, JniUtils.isGradMode());
	}

	@Test
	void leavesOutWarningsForDevelopersOfLibtorch() {
		assumeTrue(System.getenv("TORCH_CPP_LOG_LEVEL") == null && !Platform.isWindows());
		Torch.resolve(ComputeDevice.AUTO);
		assertEquals(NativeLog.ERRORS, NativeLog.level());
	}

	@Test
	void setsThreads() {
		Torch.setThreads(1);
		assertEquals(1, JniUtils.getNumThreads());
		Torch.setThreads(0);
		assertEquals(Runtime.getRuntime().availableProcessors(), JniUtils.getNumThreads());
	}
}
