package org.drsformer.spark.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.hadoop.fs.Path;
import org.drsformer.DrsformerException;
import org.drsformer.batch.manifest.ManifestEntry;
import org.drsformer.batch.manifest.ManifestFiles;
import org.drsformer.batch.manifest.RunRecord;
import org.drsformer.batch.settings.Shard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The record of the results in an output folder of Hadoop, where nothing can be added to a file: new lines become a
 * file of their own every few seconds, and at the end all lines become one manifest, as on one computer.
 */
final class RemoteRecord implements RunRecord {

	private static final Logger LOG = LoggerFactory.getLogger(RemoteRecord.class);

	private static final long USUAL_PAUSE = TimeUnit.SECONDS.toNanos(5);

	/** Long runs write fewer files, so that the next run reads hundreds of them and not thousands. */
	private static final int PARTS_OF_THE_TIME = 100;

	private final HadoopPath folder;
	private final LeaseFiles leases;
	private final Lease lease;
	private final ScheduledExecutorService beat = Executors.newSingleThreadScheduledExecutor(RemoteRecord::thread);
	private final List<ManifestEntry> waiting = new ArrayList<>();
	private final long start = System.nanoTime();
	private long written = start;
	private int parts;
	private volatile boolean lost;

	private RemoteRecord(final HadoopPath folder, final LeaseFiles leases, final Lease lease, final int patience) {
		this.folder = folder;
		this.leases = leases;
		this.lease = lease;
		beat.scheduleAtFixedRate(this::beat, Lease.interval(patience), Lease.interval(patience), TimeUnit.MILLISECONDS);
	}

	private static Thread thread(final Runnable work) {
		final Thread thread = new Thread(work, "lease of the output folder");
		thread.setDaemon(true);
		return thread;
	}

	/**
	 * Takes an output folder, and removes what killed runs have left in it.
	 *
	 * @throws DrsformerException if another run is using it, or it cannot be written to
	 */
	static RemoteRecord open(final HadoopPath folder, final Shard shard, final int patience) {
		if (!shard.equals(Shard.WHOLE))
			throw new DrsformerException("Parts of a run cannot share the folder " + folder + "; leave --shard out.");
		final LeaseFiles leases = LeaseFiles.in(folder.getFileSystem().hadoop(), folder.hadoop());
		try {
			final Lease lease = Lease.take(leases, patience);
			clean(folder, leases, lease.number());
			folder.getFileSystem().listing().forget(folder);
			return new RemoteRecord(folder, leases, lease, patience);
		}
		catch (final IOException failure) {
			throw unwritable(folder, failure);
		}
	}

	/** Removes what killed runs have left; if that fails, the folder is free again. */
	private static void clean(final HadoopPath folder, final LeaseFiles leases, final long number) throws IOException {
		try {
			leases.sweep(number);
			abortUploads(leases, folder);
			if (!Publisher.isObjectStore(leases.files().getUri()))
				leases.files().mkdirs(leases.staging(number));
		}
		catch (final IOException failure) {
			leases.remove(number);
			throw failure;
		}
	}

	/** Ends what killed tasks were sending. */
	private static void abortUploads(final LeaseFiles leases, final HadoopPath folder) throws IOException {
		if (Publisher.isObjectStore(leases.files().getUri()))
			new Uploads(leases.files()).abortAll(folder.hadoop());
	}

	private static DrsformerException unwritable(final HadoopPath folder, final IOException failure) {
		return new DrsformerException("The manifest in " + folder + " cannot be written (" + failure.getMessage() +
			"); check that you may write there, and start again to process the missing files.", failure);
	}

	RemoteOutput output() {
		return new RemoteOutput(folder.toString(), lease.number());
	}

	@Override
	public Map<String, ManifestEntry> entries() {
		return new ManifestFiles(folder).read();
	}

	private void beat() {
		try {
			lease.renew();
			write(false);
		}
		catch (final IOException | RuntimeException failure) {
			LOG.warn("The lease of {} was not renewed", folder, failure);
			lost = isLost();
		}
	}

	private boolean isLost() {
		try {
			return !leases.isOwner(lease.number());
		}
		catch (final IOException unreachable) {
			// the next time will tell; each result asks before it appears
			LOG.warn("The folder {} cannot be reached", folder, unreachable);
			return false;
		}
	}

	@Override
	public void append(final List<ManifestEntry> entries) {
		if (lost)
			throw new DrsformerException("Another run has taken the folder " + folder +
				" over, because this one was silent for too long; the results so far stay.");
		synchronized (waiting) {
			waiting.addAll(entries);
		}
		try {
			// what is begun is written before its results appear
			write(entries.stream().anyMatch(ManifestEntry::isStarted));
		}
		catch (final IOException failure) {
			throw unwritable(folder, failure);
		}
	}

	private void write(final boolean now) throws IOException {
		synchronized (waiting) {
			final long pause = Math.max(USUAL_PAUSE, (System.nanoTime() - start) / PARTS_OF_THE_TIME);
			if (waiting.isEmpty() || !now && System.nanoTime() - written < pause)
				return;
			publish(waiting, ManifestFiles.partName(lease.number(), parts + 1));
			parts++;
			waiting.clear();
			written = System.nanoTime();
		}
	}

	private void publish(final Iterable<ManifestEntry> entries, final String name) throws IOException {
		final java.nio.file.Path local = Files.createTempFile("drsformer", ".jsonl");
		try {
			try (var out = Files.newBufferedWriter(local, StandardCharsets.UTF_8)) {
				for (final ManifestEntry entry : entries)
					out.write(ManifestFiles.format(entry));
			}
			Publisher.of(leases.files())
				.publish(local, new Path(folder.hadoop(), name), leases.staging(lease.number()),
					() -> leases.check(lease.number()));
		}
		finally {
			Files.delete(local);
		}
	}

	/** Makes one manifest of all lines, and gives the folder back, also if this thread is interrupted. */
	@Override
	public void close() {
		final boolean interrupted = Thread.interrupted();
		beat.shutdown();
		try {
			beat.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
			if (lost)
				return;
			write(true);
			unite();
			abortUploads(leases, folder);
			leases.remove(lease.number());
		}
		catch (final IOException failure) {
			throw unwritable(folder, failure);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
		finally {
			folder.getFileSystem().listing().forget(folder);
			if (interrupted)
				Thread.currentThread().interrupt();
		}
	}

	private void unite() throws IOException {
		folder.getFileSystem().listing().forget(folder);
		final ManifestFiles manifests = new ManifestFiles(folder);
		publish(manifests.read().values(), ManifestFiles.WHOLE);
		for (final java.nio.file.Path part : manifests.parts())
			leases.files().delete(HadoopPath.of(part).hadoop(), false);
	}
}
