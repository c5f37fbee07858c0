package org.drsformer.derain;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.engine.Torch;
import org.drsformer.image.FrameTensor;
import org.drsformer.network.RestorationNetwork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * The network of a model on its device; takes frames. May be used by several threads, but not while or after it is
 * closed.
 */
final class FrameNetwork implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(FrameNetwork.class);

	private static final long MIB = 1 << 20;

	private final NDManager manager;
	private final RestorationNetwork network;

	/** The sizes for which the user has been warned that the memory limit is too low. */
	private final Set<Shape> warned = ConcurrentHashMap.newKeySet();

	/** @throws org.drsformer.DrsformerException if the engine, the device or the weights are missing */
	FrameNetwork(final DerainSettings settings) {
		this(Torch.newManager(settings.device()), manager -> settings.model()
			.load(weights -> RestorationNetwork.of(settings.model().configuration(), weights, manager)));
	}

	/** @param manager owns the network and its frames; closed if the network cannot be made */
	FrameNetwork(final NDManager manager, final Function<NDManager, RestorationNetwork> maker) {
		this.manager = manager;
		network = Torch.own(manager, own -> Torch.infer(() -> maker.apply(own)));
	}

	NDManager manager() {
		return manager;
	}

	/** Returns the number of channels that a frame must have. */
	int channels() {
		return network.configuration().inputChannels();
	}

	/** Returns the number of which height and width of a frame must be multiples. */
	static int multiple() {
		return RestorationNetwork.MULTIPLE;
	}

	/**
	 * Derains a frame.
	 *
	 * @param settings give memory and threads
	 * @return a new frame of the same size, not clamped
	 */
	FrameTensor forward(final FrameTensor rainy, final DerainSettings settings, final Progress progress) {
		final Shape shape = new Shape(1, rainy.height(), rainy.width(), rainy.channels());
		warnOfMemory(shape, settings.memory());
		final long memory = settings.memory();
		return Torch.infer(() -> {
			try (NDManager scope = manager.newSubManager()) {
				final NDArray image = scope.create(rainy.values(), shape);
				final NDArray clean = network.forward(image, memory == 0 ? Long.MAX_VALUE : memory,
					threads(settings.threads()), progress);
				return new FrameTensor(clean.toFloatArray(), rainy.height(), rainy.width(), rainy.channels());
			}
			catch (final RuntimeException failure) {
				throw Torch.isOutOfMemory(failure) ? notEnoughMemory(rainy, failure) : failure;
			}
		});
	}

	/** Returns how many processors may work. */
	private int threads(final int wanted) {
		return wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
	}

	/**
	 * Returns how many frames of a size may be derained side by side, each by one thread.
	 *
	 * @param settings give the memory and the threads of all together
	 */
	int sideBySide(final int height, final int width, final DerainSettings settings) {
		// a GPU does one thing after the other
		if (manager.getDevice().isGpu())
			return 1;
		final int threads = threads(settings.threads());
		final long memory = settings.memory();
		return memory == 0 ? threads
			: (int) Math.max(1, Math.min(threads, memory / network.mostMemory(height, width, memory)));
	}

	/** Returns the failure to report after the network has tried ever smaller strips. */
	private DrsformerException notEnoughMemory(final FrameTensor rainy, final RuntimeException failure) {
		return new DrsformerException(rainy.width() + " x " + rainy.height() + " pixels need about " +
			(network.leastMemory(rainy.height(), rainy.width()) / MIB + 1) +
			" MiB of memory besides the model, and there is less" +
			(manager.getDevice().isGpu() ? " on the GPU; use the device cpu" : "; close other programs") +
			", or cut the image into smaller ones.", failure);
	}

	private void warnOfMemory(final Shape shape, final long memory) {
		final int height = (int) shape.get(1);
		final int width = (int) shape.get(2);
		final long least = network.leastMemory(height, width);
		if (memory > 0 && memory < least && warned.add(shape))
			LOG.warn("{} MiB are not enough for {} x {} pixels; about {} MiB will be used.", memory / MIB, width,
				height, least / MIB + 1);
	}

	@Override
	public void close() {
		network.close();
		manager.close();
		Torch.trim();
	}
}
