package org.drsformer.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

/**
 * A disk with XFS in a file, whose power can be cut: what the system has not written by then is gone, as XFS itself has
 * it (its ioctl to shut down without flushing the log). Another program is at work on it, which syncs files of its own:
 * with them XFS writes all names so far to the disk, but not the content of other files.
 */
public final class LoopDisk implements AutoCloseable {

	/** The smallest that mkfs.xfs makes; it takes less room. */
	private static final long BYTES = 301L << 20;

	private static final int SECONDS = 30;

	private final Path image;
	private final Path folder;
	private Thread other;

	private LoopDisk(final Path image, final Path folder) {
		this.image = image;
		this.folder = folder;
	}

	/**
	 * Returns a new disk with its power on; skips the test where there cannot be one.
	 *
	 * @param temp for its file, and the folder where it is mounted
	 * @param options of mkfs.xfs
	 */
	public static LoopDisk create(final Path temp, final String... options) throws IOException, InterruptedException {
		Assumptions.assumeTrue("root".equals(System.getProperty("user.name")), "only root may mount a disk");
		Assumptions.assumeTrue(Files.exists(Path.of("/dev/loop-control")), "this system has no loop devices");
		for (final List<String> program : List.of(List.of("mkfs.xfs", "-V"), List.of("xfs_io", "-V")))
			Assumptions.assumeTrue(runs(program), program.get(0) + " is missing (xfsprogs)");
		final LoopDisk disk = new LoopDisk(temp.resolve("disk.img"), Files.createDirectory(temp.resolve("disk")));
		try (FileChannel file = FileChannel.open(disk.image, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
			file.write(ByteBuffer.allocate(1), BYTES - 1);
		}
		final List<String> make = new ArrayList<>(List.of("mkfs.xfs", "-q"));
		make.addAll(List.of(options));
		make.add(disk.image.toString());
		run(make);
		Assumptions.assumeTrue(runs(disk.mount()), "a disk in a file cannot be mounted here");
		disk.startOther();
		return disk;
	}

	/** Returns where it is mounted. */
	public Path folder() {
		return folder;
	}

	private List<String> mount() {
		return List.of("mount", "-t", "xfs", "-o", "loop", image.toString(), folder.toString());
	}

	private static boolean runs(final List<String> command) throws InterruptedException {
		try {
			run(command);
			return true;
		}
		catch (final IOException failure) {
			return false;
		}
	}

	private static void run(final List<String> command) throws IOException, InterruptedException {
		final Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
			process.destroyForcibly();
			throw new IOException(String.join(" ", command) + " failed");
		}
	}

	private void startOther() {
		other = new Thread(() -> {
			try (FileChannel file = FileChannel.open(folder.resolve("other"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE)) {
				for (long i = 0; !Thread.currentThread().isInterrupted(); i++) {
					file.write(ByteBuffer.allocate(1 << 12), 0);
					file.truncate(i % 2);
					file.force(true);
					TimeUnit.MILLISECONDS.sleep(5);
				}
			}
			catch (final IOException | InterruptedException cut) {
				// no power any more
			}
		}, "other program");
		other.setDaemon(true);
		other.start();
	}

	/** Cuts the power: everything on the disk fails from now on. */
	public void cut() throws IOException, InterruptedException {
		run(List.of("xfs_io", "-x", "-c", "shutdown", folder.toString()));
	}

	/** Starts the system again: nobody may have a file open. */
	public void start() throws IOException, InterruptedException {
		stopOther();
		unmount();
		run(mount());
		startOther();
	}

	private void stopOther() throws InterruptedException {
		other.interrupt();
		other.join();
	}

	/** Threads that end in the middle of something may have a file open a little longer. */
	private void unmount() throws IOException, InterruptedException {
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
		while (!runs(List.of("umount", folder.toString()))) {
			if (System.nanoTime() > end)
				throw new IOException("the disk in " + folder + " is busy");
			TimeUnit.MILLISECONDS.sleep(50);
		}
	}

	@Override
	public void close() throws IOException, InterruptedException {
		if (other == null)
			return;
		stopOther();
		unmount();
	}
}
