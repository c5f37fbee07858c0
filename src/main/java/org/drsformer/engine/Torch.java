package org.drsformer.engine;

import java.util.OptionalInt;
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
 * Starts DJL's PyTorch engine so that it works inside of Fiji as well as outside, with messages that users understand.
 */
public final class Torch {

	private static volatile Engine engine;
	/**
	 * Why the engine did not start. Java does not initialize a class again, and DJL's class tells only once what is
	 * wrong.
	 */
	private static RuntimeException failed;
	/** Not guarded by the lock of the start, which may take as long as a download. */
	private static volatile DownloadListener downloads = DownloadListener.LOGGING;

	private Torch() {
		// static functions only
	}

	/**
	 * Returns a new manager of arrays on this device, which the caller closes. The first call starts the engine, which
	 * takes about a second, and many seconds the very first time, when the natives are unpacked.
	 *
	 * @throws org.drsformer.DrsformerException if the engine does not start or the device does not exist; the message
	 *         says why and what to do
	 */
	public static NDManager newManager(final ComputeDevice device) {
		final Engine started = start();
		return started.newBaseManager(device.on(gpus(started)));
	}

	/**
	 * Returns an object whose arrays belong to a manager of its own. If the object cannot be made, frees the arrays
	 * that were made until then.
	 *
	 * @param manager is closed if the maker fails; otherwise the caller closes it
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

	/** Returns the device that a request means on this machine, such as {@code cpu()} or {@code gpu(0)}. */
	public static Device resolve(final ComputeDevice device) {
		return device.on(gpus(start()));
	}

	/** Returns the number of GPUs that the loaded natives can use, which need not be all in the machine. */
	private static int gpus(final Engine started) {
		return started.hasCapability(StandardCapabilities.CUDA) ? started.getGpuCount() : 0;
	}

	/** Returns how many GPUs PyTorch can use; empty if it has not started. Does not start it. */
	static OptionalInt startedGpus() {
		return engine == null ? OptionalInt.empty() : OptionalInt.of(gpus(engine));
	}

	/** Sets who decides whether PyTorch is downloaded, if its natives are missing when the engine starts. */
	public static void setDownloadListener(final DownloadListener listener) {
		downloads = listener;
	}

	/** Prepares the start of the engine for a training. Without effect if the engine has started. */
	public static void expectTraining() {
		PrimitiveCache.expectTraining();
	}

	/** Returns whether several threads may compute gradients at the same time. Starts the engine. */
	public static boolean mayTrainInParallel() {
		start();
		return PrimitiveCache.holdsTraining();
	}

	private static Engine start() {
		return engine != null ? engine : startOnce();
	}

	private static synchronized Engine startOnce() {
		if (engine != null)
			return engine;
		if (failed != null)
			throw new DrsformerException(
				failed.getMessage() + " Start this program, or Fiji, again after that: the engine does" +
					" not try a second time in the same process.",
				failed);
		// DJL finds its engine and its natives through the context class loader, which in Fiji may not know them
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		thread.setContextClassLoader(Torch.class.getClassLoader());
		try {
			// without this, DJL reports every start to its makers
			if (System.getProperty("OPT_OUT_TRACKING") == null)
				System.setProperty("OPT_OUT_TRACKING", "true");
			DjlLog.quiet();
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
	 * Sets how many processors an operation that is called from this thread may use.
	 *
	 * @param threads the number of processors; 0 for all
	 */
	public static void setThreads(final int threads) {
		start();
		JniUtils.setNumThreads(threads > 0 ? threads : Runtime.getRuntime().availableProcessors());
	}

	/**
	 * Returns the result of some work on this thread, with one processor for each operation: for work that is shared
	 * out among threads.
	 */
	public static <T> T withoutThreadsInside(final Supplier<T> work) {
		start();
		final int before = JniUtils.getNumThreads();
		JniUtils.setNumThreads(1);
		try {
			return work.get();
		}
		finally {
			JniUtils.setNumThreads(before);
		}
	}

	/** Returns the memory of arrays that are closed to the system; for when a network is let go. */
	public static void trim() {
		Allocator.trim();
	}

	/**
	 * Returns the result of some work on this thread, which is not recorded for gradients. Turns failures of the engine
	 * into messages that help. The gradient mode belongs to a thread, so each thread that infers must call this.
	 */
	public static <T> T infer(final Supplier<T> work) {
		return inMode(false, work);
	}

	/** Returns the result of some work on this thread, which is recorded for gradients. */
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
			throw EngineFailures.explain(failure);
		}
		finally {
			JniUtils.setGradMode(before);
		}
	}

	/** Returns whether a failure means that there was no memory for an array, on the CPU or on a GPU. */
	public static boolean isOutOfMemory(final RuntimeException failure) {
		return EngineFailures.isOutOfMemory(failure);
	}

	/**
	 * Computes the gradients of a number, and adds them to those arrays that it was computed from and that ask for
	 * gradients. DJL's own collector does the same, but only for one thread at a time.
	 */
	public static void backward(final NDArray loss) {
		try (NDArray one = loss.getManager().ones(loss.getShape(), loss.getDataType())) {
			JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
		}
	}
}
