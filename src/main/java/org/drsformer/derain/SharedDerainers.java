package org.drsformer.derain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.drsformer.engine.Torch;
import org.drsformer.model.LoadedModels;
import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;

/**
 * Derainers that share their networks, which take long to load and much memory. The network of a model on a device is
 * loaded once for all who use it at the same time or shortly after each other. It is freed some time after the last of
 * them has closed it:
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

	private final Function<DerainSettings, FrameNetwork> loader;
	private final Map<Key, Lease> leases = new HashMap<>();
	private final LoadedModels models = new LoadedModels();
	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
		final Thread thread = new Thread(task, "unused networks");
		thread.setDaemon(true);
		return thread;
	});

	/** Networks with the same key are the same. */
	private record Key(String sha256, String device) {

		static Key of(final DerainSettings settings) {
			return new Key(settings.model().sha256(), Torch.resolve(settings.device()).toString());
		}
	}

	/**
	 * A network that is loaded or being loaded, the number of those who use it or wait for it, and how often it was
	 * taken.
	 */
	private static final class Lease {

		private final CompletableFuture<FrameNetwork> network = new CompletableFuture<>();
		private int users;
		private long uses;
	}

	/** There is one for the whole JVM; tests make their own. */
	SharedDerainers() {
		this(FrameNetwork::new);
	}

	/**
	 * @param loader is called on the thread that opens a network first, and never twice at a time for the same network
	 */
	SharedDerainers(final Function<DerainSettings, FrameNetwork> loader) {
		this.loader = loader;
	}

	/** Returns the instance that all faces in this JVM share. */
	public static SharedDerainers ofThisJvm() {
		return OF_THIS_JVM;
	}

	/**
	 * Returns one of the user's models, which is read only once.
	 *
	 * @param nameOrPath see {@link ModelLibrary#find}
	 * @throws org.drsformer.DrsformerException if there is no such model, or its file is damaged
	 */
	public Model model(final String nameOrPath) {
		return models.find(ModelLibrary.ofUser(), nameOrPath);
	}

	/**
	 * Returns a derainer with these settings, which the caller closes. Loads the network unless it is loaded already,
	 * or waits for another thread that is loading it. Callers who open or close another network do not wait for that.
	 *
	 * @throws org.drsformer.DrsformerException if PyTorch, the device or the weights are missing; says what to do
	 * @throws CancellationException if the thread is interrupted while it waits
	 */
	public Derainer open(final DerainSettings settings) {
		// starts the engine, which may have to be downloaded
		final Key key = Key.of(settings);
		while (true) {
			final Lease mine = new Lease();
			final Lease lease = take(key, mine);
			final FrameNetwork network = lease == mine ? load(settings, mine) : await(lease);
			if (network != null)
				return new Derainer(settings, network, () -> giveBack(lease));
		}
	}

	private synchronized Lease take(final Key key, final Lease fresh) {
		final Lease lease = leases.computeIfAbsent(key, absent -> fresh);
		lease.users++;
		lease.uses++;
		return lease;
	}

	private FrameNetwork load(final DerainSettings settings, final Lease lease) {
		try {
			final FrameNetwork network = loader.apply(settings);
			lease.network.complete(network);
			return network;
		}
		catch (final RuntimeException | Error failure) {
			// forgets it first, so that whoever tries again does not find it
			forget(lease);
			lease.network.completeExceptionally(failure);
			throw failure;
		}
	}

	private synchronized void forget(final Lease lease) {
		leases.values().remove(lease);
	}

	/**
	 * Returns the network of another thread; null if the loading was cancelled there, which is not a failure for
	 * others.
	 */
	private FrameNetwork await(final Lease lease) {
		try {
			return lease.network.get();
		}
		catch (final CancellationException ofTheOther) {
			return null;
		}
		catch (final InterruptedException exc) {
			giveBack(lease);
			Thread.currentThread().interrupt();
			throw new CancellationException("interrupted");
		}
		catch (final ExecutionException failure) {
			if (failure.getCause() instanceof final Error error)
				throw error;
			throw (RuntimeException) failure.getCause();
		}
	}

	private synchronized void giveBack(final Lease lease) {
		lease.users--;
		final long uses = lease.uses;
		timer.schedule(() -> releaseIfStill(lease, uses), SECONDS_IDLE, TimeUnit.SECONDS);
	}

	private void releaseIfStill(final Lease lease, final long uses) {
		if (removeUnused(lease, uses))
			close(lease);
	}

	private synchronized boolean removeUnused(final Lease lease, final long uses) {
		return lease.uses == uses && lease.users == 0 && leases.values().remove(lease);
	}

	/** Closes a network without users, which has been loaded. */
	private static void close(final Lease lease) {
		lease.network.join().close();
	}

	/** Frees the memory of all networks that nobody uses now. Never waits for a network that is being loaded. */
	public void releaseUnused() {
		removeUnused().forEach(SharedDerainers::close);
	}

	private synchronized List<Lease> removeUnused() {
		final List<Lease> unused = leases.values().stream().filter(lease -> lease.users == 0).toList();
		leases.values().removeAll(unused);
		return unused;
	}

	/** Returns the number of networks that are loaded or being loaded. */
	synchronized int loaded() {
		return leases.size();
	}
}
