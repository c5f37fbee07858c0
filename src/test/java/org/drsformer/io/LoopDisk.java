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
 * An XFS disk in a file, whose power can be cut: data that the system has not yet written is lost, by XFS's ioctl that
 * shuts down without flushing the log. Another program on the disk syncs its own files; XFS then also writes all names
 * so far to the disk, but not the content of other files.
 */
public final class LoopDisk implements AutoCloseable {

	/** The smallest disk that mkfs.xfs makes; the file takes less room. */
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
	 * Returns a new disk with its power on; skips the test where that is impossible.
	 *
	 * @param temp holds its file, and the folder where it is mounted
	 * @param options the options of mkfs.xfs
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

	/** Returns the folder where it is mounted. */
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
				// the power is off
			}
		}, "other program");
		other.setDaemon(true);
		other.start();
	}

	/** Cuts the power: everything on the disk fails from now on. */
	public void cut() throws IOException, InterruptedException {
		run(List.of("xfs_io", "-x", "-c", "shutdown", folder.toString()));
	}

	/** Starts the system again; no file may be open. */
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

	/** Threads that end during their work may keep a file open a little longer. */
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
