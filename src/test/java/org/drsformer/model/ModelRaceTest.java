package org.drsformer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads and processes import and remove models with one name: at any time the library has a whole model or none. */
class ModelRaceTest {

	private static final List<Path> SOURCES = List.of(Path.of("src/test/resources/fixtures/d8_plain/deraining.pth"),
		Path.of("src/test/resources/fixtures/d8_mefc_biasfree_bias_1ch/deraining.pth"));
	/** The messages that are right while somebody else imports or removes. */
	private static final List<String> EXPECTED = List.of("There is another model called own",
		"There is no model \"own\"", "does not exist");

	/** The rounds of each thread: 8, or N with -Ddrsformer.race=N. */
	private static final int ROUNDS = Integer.getInteger("drsformer.race", 8);

	@TempDir
	private Path folder;
	private final List<Process> processes = new ArrayList<>();

	@AfterEach
	void endProcesses() {
		processes.forEach(Process::destroyForcibly);
	}

	@Test
	void threads() throws Exception {
		final ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			final List<Future<?>> done = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				final int which = i;
				done.add(threads.submit(() -> importAndRemove(folder, which, ROUNDS / 2)));
			}
			observe(() -> done.stream().allMatch(Future::isDone));
			for (final Future<?> one : done)
				one.get();
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	void processes() throws Exception {
		for (int i = 0; i < 2; i++)
			processes.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx64m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				ModelRaceTest.class.getName(), folder.toString(), Integer.toString(i), Integer.toString(ROUNDS))
				.redirectErrorStream(true)
				.redirectOutput(folder.resolve("log" + i).toFile())
				.start());
		observe(() -> processes.stream().noneMatch(Process::isAlive));
		for (int i = 0; i < 2; i++)
			assertEquals(0, processes.get(i).exitValue(), Files.readString(folder.resolve("log" + i)));
	}

	private interface Condition {
		boolean holds();
	}

	private void observe(final Condition end) throws Exception {
		final ModelLibrary library = new ModelLibrary(folder);
		final Map<String, Long> known = Map.of(Model.of(SOURCES.get(0)).sha256(), 299_782L,
			Model.of(SOURCES.get(1)).sha256(), Model.of(SOURCES.get(1)).parameterCount());
		final long latest = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
		int seen = 0;
		do {
			seen += tolerating(() -> {
				final Model model = library.find("own");
				assertEquals(known.get(model.sha256()), model.parameterCount());
			});
			assertTrue(System.nanoTime() < latest, "It takes too long");
			Thread.sleep(5);
		} while (!end.holds());
		assertTrue(seen > 0, "The model was never there");
		library.importFile(library.names().contains("own") ? library.folder().resolve("own.pth") : SOURCES.get(0),
			"own");
		assertFalse(library.verify("own").changed());
		assertTrue(library.find("own").card().orElseThrow().contains(library.find("own").sha256()));
	}

	/** Returns 1 if the work succeeds, 0 if it is refused because of somebody else's work. */
	private static int tolerating(final Runnable work) {
		try {
			work.run();
			return 1;
		}
		catch (final DrsformerException refused) {
			assertTrue(EXPECTED.stream().anyMatch(refused.getMessage()::contains), refused.getMessage());
			return 0;
		}
	}

	private static void importAndRemove(final Path folder, final int which, final int rounds) {
		final ModelLibrary library = new ModelLibrary(folder);
		for (int i = 0; i < rounds; i++) {
			tolerating(() -> library.importFile(SOURCES.get(which % 2), "own"));
			if (i % 3 == 2)
				tolerating(() -> library.remove("own"));
		}
	}

	/** Another process. The arguments are folder, number and rounds. */
	public static void main(final String[] args) {
		importAndRemove(new File(args[0]).toPath(), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
	}
}
