package org.drsformer.batch.manifest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.drsformer.DrsformerException;
import org.drsformer.batch.settings.Shard;

/**
 * A program that opens manifests as other runs would do at the same time. It reads lines such as
 *
 * <pre>
 * FOLDER COUNT I/N ...
 * </pre>
 *
 * It opens each shard COUNT times, one after the other and for some milliseconds; all shards at once, each in its own
 * thread. It prints how often it was refused.
 */
final class OtherRun implements AutoCloseable {

	private static final int MOST_MILLIS = 5;

	private final Process process;

	/** Starts the program. */
	OtherRun() throws IOException {
		process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
			"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), OtherRun.class.getName())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

	public static void main(final String[] none) throws IOException, InterruptedException {
		System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
		final BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
		for (String line = lines.readLine(); line != null; line = lines.readLine())
			System.out.println(refused(line.split(" ")));
	}

	private static int refused(final String... args) throws InterruptedException {
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
		return refused.stream().mapToInt(Integer::intValue).sum();
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

	/** Lets it open shards. */
	void open(final Path folder, final int count, final String... parts) throws IOException {
		final Writer lines = process.outputWriter();
		lines.write(folder + " " + count + " " + String.join(" ", parts) + "\n");
		lines.flush();
	}

	/** Waits until it has done so, and returns its answer. */
	int refused() throws IOException {
		return Integer.parseInt(process.inputReader().readLine());
	}

	@Override
	public void close() {
		process.destroyForcibly();
	}
}
