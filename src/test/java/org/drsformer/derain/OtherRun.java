package org.drsformer.derain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.drsformer.DrsformerException;

/**
 * A program that opens manifests, as other runs would do at the same time:
 *
 * <pre>
 * OtherRun FOLDER COUNT I/N ...
 * </pre>
 *
 * Each part is opened so many times, one after the other and for some milliseconds, all parts at once in threads of their
 * own. Prints how often it was refused.
 */
final class OtherRun {

	private static final int MOST_MILLIS = 5;

	private OtherRun() {}

	public static void main(final String[] args) throws InterruptedException {
		System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
		final List<Integer> refused = new ArrayList<>();
		final List<Thread> threads = new ArrayList<>();
		for (final String part : List.of(args).subList(2, args.length))
			threads.add(new Thread(() -> {
				final int count = refused(Path.of(args[0]), Integer.parseInt(args[1]), Shard.parse(part));
				synchronized (refused) {
					refused.add(count);
				}
			}));
		threads.forEach(Thread::start);
		for (final Thread thread : threads)
			thread.join();
		System.out.println(refused.stream().mapToInt(Integer::intValue).sum());
	}

	private static int refused(final Path folder, final int count, final Shard shard) {
		final Random random = new Random(shard.hashCode());
		int refused = 0;
		for (int i = 0; i < count; i++)
			try (Manifest manifest = Manifest.open(folder, shard)) {
				manifest.entries();
				Thread.sleep(random.nextInt(MOST_MILLIS));
			}
			catch (final DrsformerException inTheWay) {
				refused++;
			}
			catch (final InterruptedException exc) {
				throw new IllegalStateException(exc);
			}
		return refused;
	}

	/** Starts it; prints to what is returned. */
	static Process start(final Path folder, final int count, final String... parts) throws IOException {
		final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
			.toString(), "-Xmx64m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), OtherRun.class
				.getName(), folder.toString(), Integer.toString(count)));
		command.addAll(List.of(parts));
		return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
	}

	/** Waits for its end. */
	static int refused(final Process run) throws IOException {
		return Integer.parseInt(new String(run.getInputStream().readAllBytes()).strip());
	}
}
