package org.drsformer.network;

import org.drsformer.engine.ComputeDevice;
import org.drsformer.engine.Torch;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Runs each test without recording for gradients and, unless the test sets more, with one thread: several threads wait
 * for each other in spinning loops, which takes minutes on a busy machine. Gives the test its own manager on the CPU,
 * and restores the gradient mode and the number of threads afterwards, since both outlive a test.
 */
public final class Inference implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

	private static final Namespace NAMESPACE = Namespace.create(Inference.class);

	/** The state that {@link #afterEach} needs. */
	private record Before(NDManager manager, boolean gradMode, int threads) {}

	@Override
	public void beforeEach(final ExtensionContext context) {
		final NDManager manager = Torch.newManager(ComputeDevice.CPU);
		store(context).put(Before.class, new Before(manager, JniUtils.isGradMode(), JniUtils.getNumThreads()));
		JniUtils.setGradMode(false);
		Torch.setThreads(1);
	}

	@Override
	public void afterEach(final ExtensionContext context) {
		final Before before = before(context);
		before.manager.close();
		JniUtils.setGradMode(before.gradMode);
		JniUtils.setNumThreads(before.threads);
	}

	@Override
	public boolean supportsParameter(final ParameterContext parameter, final ExtensionContext context) {
		return parameter.getParameter().getType() == NDManager.class;
	}

	@Override
	public Object resolveParameter(final ParameterContext parameter, final ExtensionContext context) {
		return before(context).manager;
	}

	private static Before before(final ExtensionContext context) {
		return store(context).get(Before.class, Before.class);
	}

	private static Store store(final ExtensionContext context) {
		return context.getStore(NAMESPACE);
	}
}
