package org.drsformer.engine;

import java.util.ArrayList;
import java.util.List;

import ai.djl.util.Platform;
import ai.djl.util.cuda.CudaUtils;

/**
 * The devices of this machine, as lists offer them. Until PyTorch has started they are told by what is installed: a
 * list must not start it, which may take long or need a download.
 */
public final class PresentDevices {

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

	/** A library for the CPU sees no GPU. */
	private static int expectedGpus() {
		DjlLog.quiet();
		final Platform platform = Platform.detectPlatform("pytorch");
		final boolean cpuOnly = !platform.isPlaceholder() && platform.getFlavor().startsWith("cpu");
		return cpuOnly && UserChoice.ofLibrary().isEmpty() ? 0 : CudaUtils.getGpuCount();
	}
}
