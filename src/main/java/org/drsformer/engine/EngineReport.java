package org.drsformer.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.DrsformerException;

import ai.djl.engine.Engine;
import ai.djl.pytorch.engine.PtEngine;
import ai.djl.pytorch.jni.LibUtils;
import ai.djl.util.Utils;

/**
 * Facts about the engine on this machine.
 *
 * @param version the version of PyTorch
 * @param natives the folder with its native library
 * @param gpus the number of GPUs that it can use
 * @param device the device that {@code auto} means here
 */
public record EngineReport(String version, String natives, int gpus, String device) {

	/**
	 * Starts the engine, and returns its facts.
	 *
	 * @throws DrsformerException if it does not start; the message says why and what to do
	 */
	public static EngineReport ofThisMachine() {
		final String device = Torch.resolve(ComputeDevice.AUTO).toString().replace("()", "");
		final Engine engine = Engine.getEngine(PtEngine.ENGINE_NAME);
		return new EngineReport(LibUtils.getVersion(), LibUtils.getLibtorchPath(), engine.getGpuCount(), device);
	}

	/**
	 * Returns the folder that the native library is unpacked into. It may not exist before the first start.
	 *
	 * @throws DrsformerException if nothing can be written there
	 */
	public static Path cacheFolder() {
		final Path folder = Utils.getEngineCacheDir();
		Path existing = folder.toAbsolutePath();
		while (!Files.exists(existing))
			existing = existing.getParent();
		try {
			// a check of the permission is not enough: some file systems report wrong ones,
			// and the administrator has every permission
			Files.delete(Files.createTempFile(existing, "drsformer", ".tmp"));
			return folder;
		}
		catch (final IOException exc) {
			throw new DrsformerException(
				folder + " cannot be written to; make it writable, or set the environment variable" +
					" DJL_CACHE_DIR to a folder that is.",
				exc);
		}
	}
}
