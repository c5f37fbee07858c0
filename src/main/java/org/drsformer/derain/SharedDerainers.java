package org.drsformer.derain;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.drsformer.engine.Torch;
import org.drsformer.model.LoadedModels;
import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;


/**
 * Derainers that share what takes long to load and much memory: the network of a model on a device is loaded once,
 * however many use it at the same time or shortly after each other, and let go some time after the last has closed it:
 *
 * <pre>
 * try (Derainer derainer = SharedDerainers.ofThisJvm().open(settings)) {
 * 	RandomAccessibleInterval&lt;ARGBType&gt; clean = derainer.derain(rainy);
 * }
 * </pre>
 */
public final class SharedDerainers {

	private static final int SECONDS_IDLE = 60;

	private static final SharedDerainers OF_THIS_JVM = new SharedDerainers();

	private final Map<Key, Lease> leases = new HashMap<>();
	private final LoadedModels models = new LoadedModels();
	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
		final Thread thread = new Thread(task, "unused networks");
		thread.setDaemon(true);
		return thread;
	});

	/** What makes two networks the same. */
	private record Key(String sha256, String device) {

		static Key of(final DerainSettings settings) {
			return new Key(settings.model().sha256(), Torch.resolve(settings.device()).toString());
		}
	}

	/** A loaded network, how many use it, and how often it was taken. */
	private static final class Lease {

		private final FrameNetwork network;
		private int users;
		private long uses;

		private Lease(final FrameNetwork network) {
			this.network = network;
		}
	}

	SharedDerainers() {
		// one for the whole JVM, and one for each test
	}

	/** Those that all faces in this JVM share. */
	public static SharedDerainers ofThisJvm() {
		return OF_THIS_JVM;
	}

	/**
	 * One of the user's models, read only once.
	 *
	 * @param nameOrPath see {@link ModelLibrary#find}
	 * @throws org.drsformer.DrsformerException if there is none, or its file is damaged
	 */
	public Model model(final String nameOrPath) {
		return models.find(ModelLibrary.ofUser(), nameOrPath);
	}

	/**
	 * A derainer with these settings; whoever asks closes it. Loads the network, unless it is there already.
	 *
	 * @throws org.drsformer.DrsformerException if PyTorch, the device or the weights are not there; says what to do
	 */
	public synchronized Derainer open(final DerainSettings settings) {
		final Key key = Key.of(settings);
		final Lease lease = leases.computeIfAbsent(key, absent -> new Lease(new FrameNetwork(settings)));
		lease.users++;
		lease.uses++;
		return new Derainer(settings, lease.network, () -> giveBack(lease));
	}

	private synchronized void giveBack(final Lease lease) {
		lease.users--;
		final long uses = lease.uses;
		timer.schedule(() -> releaseIfStill(lease, uses), SECONDS_IDLE, TimeUnit.SECONDS);
	}

	private synchronized void releaseIfStill(final Lease lease, final long uses) {
		if (lease.uses == uses)
			release(lease);
	}

	private void release(final Lease lease) {
		if (lease.users == 0 && leases.values().remove(lease))
			lease.network.close();
	}

	/** Gives back the memory of all networks that nobody uses now. */
	public synchronized void releaseUnused() {
		leases.values().stream().toList().forEach(this::release);
	}

	/** How many networks are loaded. */
	synchronized int loaded() {
		return leases.size();
	}
}
