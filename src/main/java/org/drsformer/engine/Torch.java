package org.drsformer.engine;

import java.util.function.Function;
import java.util.function.Supplier;

import org.drsformer.DrsformerException;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtEngine;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Starts DJL's PyTorch engine so that it works inside of Fiji as well as outside, and speaks so that users understand.
 */
public final class Torch {

	private static volatile Engine engine;
	/**
	 * Why the engine does not start. Java does not initialise a class again, and DJL's says only once what is wrong.
	 */
	private static RuntimeException failed;
	/** Not guarded by the lock of starting, for that may take as long as a download. */
	private static volatile DownloadListener downloads = DownloadListener.LOGGING;

	private Torch() {
		// static functions only
	}

	/**
	 * A new manager of arrays on this device; whoever asks closes it. The first call starts the engine, which takes
	 * about a second, and many more the very first time, when the natives are unpacked.
	 *
	 * @throws org.drsformer.DrsformerException if the engine does not start or the device is not there; says why and
	 *         what to do
	 */
	public static NDManager newManager(final ComputeDevice device) {
		final Engine started = start();
		return started.newBaseManager(device.on(gpus(started)));
	}

	/**
	 * Makes something whose arrays belong to a manager of its own. If that fails, at its beginning or at its last part,
	 * what had been made until then is freed.
	 *
	 * @param manager closed if it fails; otherwise whoever asks closes it
	 */
	public static <T> T own(final NDManager manager, final Function<NDManager, T> maker) {
		try {
			return maker.apply(manager);
		}
		catch (final RuntimeException | Error failure) {
			manager.close();
			throw failure;
		}
	}

	/** The device that a request comes to on this machine, such as {@code cpu()} or {@code gpu(0)}. */
	public static Device resolve(final ComputeDevice device) {
		return device.on(gpus(start()));
	}

	/** GPUs that the loaded natives can use, not just those that are plugged in. */
	private static int gpus(final Engine started) {
		return started.hasCapability(StandardCapabilities.CUDA) ? started.getGpuCount() : 0;
	}

	/** Says who is asked, should the native library of PyTorch have to be downloaded when the engine starts. */
	public static void setDownloadListener(final DownloadListener listener) {
		downloads = listener;
	}

	private static Engine start() {
		return engine != null ? engine : startOnce();
	}

	private static synchronized Engine startOnce() {
		if (engine != null)
			return engine;
		if (failed != null)
			throw new DrsformerException(
				failed.getMessage() + " Start this program, or Fiji, anew after that: the engine does" +
					" not try a second time in the same one.",
				failed);
		// DJL finds its engine and its natives through the context class loader, which in Fiji need not know of them
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(Torch.class.getClassLoader());
		try {
			// or DJL tells its makers of every start
			if (System.getProperty("OPT_OUT_TRACKING") == null)
				System.setProperty("OPT_OUT_TRACKING", "true");
			WaitPolicy.passive();
			PrimitiveCache.bound();
			Allocator.keep();
			NativeLibrary.missing()
				.ifPresent(library -> new NativeDownload(library, NativeDownload.DJL, downloads).run());
			final Engine loaded = load();
			NativeLog.quiet();
			engine = loaded;
			return engine;
		}
		catch (final RuntimeException | LinkageError failure) {
			throw EngineFailures.explainStart(failure);
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	private static Engine load() {
		try {
			return Engine.getEngine(PtEngine.ENGINE_NAME);
		}
		catch (final RuntimeException | LinkageError failure) {
			failed = EngineFailures.explainStart(failure);
			throw failed;
		}
	}

	/**
	 * Sets how many processors an operation called from this thread may use.
	 *
	 * @param threads 0 for all
	 */
	public static void setThreads(final int threads) {
		start();
		JniUtils.setNumThreads(threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
	}

	/** Returns the memory of arrays that are closed to the system; for when a network is let go. */
	public static void trim() {
		Allocator.trim();
	}

	/**
	 * Does something on this thread without recording for gradients, and turns failures of the engine into sentences.
	 * Gradient mode belongs to a thread: each one that infers has to call this.
	 */
	public static <T> T infer(final Supplier<T> work) {
		return inMode(false, work);
	}

	/** Does something on this thread with recording for gradients. */
	public static <T> T record(final Supplier<T> work) {
		return inMode(true, work);
	}

	private static <T> T inMode(final boolean gradients, final Supplier<T> work) {
		start();
		final boolean before = JniUtils.isGradMode();
		JniUtils.setGradMode(gradients);
		try {
			return work.get();
		}
		catch (final RuntimeException failure) {
			throw explain(failure);
		}
		finally {
			JniUtils.setGradMode(before);
		}
	}

	/** Whether memory could not be had for an array, on the CPU or on a GPU. */
	public static boolean isOutOfMemory(final RuntimeException failure) {
		return EngineFailures.isOutOfMemory(failure);
	}

	/**
	 * Adds the gradients of a number to those arrays that it was computed from and that want gradients. DJL's own
	 * collector does the same, but lets only one thread at a time.
	 */
	public static void backward(final NDArray loss) {
		try (NDArray one = loss.getManager().ones(loss.getShape(), loss.getDataType())) {
			JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
		}
	}

	/** What to throw instead of a failure of DJL: one with a sentence that helps, or the failure itself. */
	public static RuntimeException explain(final RuntimeException failure) {
		return EngineFailures.explain(failure);
	}
}
