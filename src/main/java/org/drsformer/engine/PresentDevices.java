package org.drsformer.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import ai.djl.util.cuda.CudaUtils;

/**
 * The devices of this machine, as lists offer them. Until PyTorch has started they are told by what is installed: a
 * list must not start it, which may take long or need a download.
 */
public final class PresentDevices {

	private static final String NATIVES = "/native/lib/pytorch.properties";

	private PresentDevices() {
		// static functions only
	}

	/** Returns what the user may ask for: {@code auto}, {@code cpu}, and {@code gpu}, {@code gpu:1} and so on. */
	public static List<String> names() {
		return names(gpus());
	}

	static List<String> names(final int gpus) {
		final List<String> names = new ArrayList<>(List.of("auto", "cpu"));
		for (int i = 0; i < gpus; i++)
			names.add(i == 0 ? "gpu" : "gpu:" + i);
		return names;
	}

	private static int gpus() {
		return Torch.startedGpus().orElseGet(PresentDevices::expectedGpus);
	}

	/** A library for the CPU sees no GPU, and then CUDA need not be asked, which may write warnings. */
	private static int expectedGpus() {
		DjlLog.quiet();
		return isForCpuOnly() && UserChoice.ofLibrary().isEmpty() ? 0 : CudaUtils.getGpuCount();
	}

	/** Returns whether the first natives of PyTorch on the class path, which DJL takes, are for the CPU. */
	private static boolean isForCpuOnly() {
		try (InputStream stream = PresentDevices.class.getResourceAsStream(NATIVES)) {
			if (stream == null)
				return false;
			final Properties natives = new Properties();
			natives.load(stream);
			return natives.getProperty("flavor", "").startsWith("cpu");
		}
		catch (final IOException unreadable) {
			return false;
		}
	}
}
