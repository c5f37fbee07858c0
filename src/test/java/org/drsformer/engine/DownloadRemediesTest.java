package org.drsformer.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Starting again helps after every failure, as the message says; and several starts at the same time do not disturb
 * each other.
 */
@Timeout(120)
class DownloadRemediesTest {

	private static final byte[] PAGE = "\n<!DOCTYPE html><html>Log in to the Hotel</html>"
		.getBytes(StandardCharsets.UTF_8);

	@TempDir
	private Path cache;
	private NativeServer server;
	private final byte[] library = new byte[200_000];

	@BeforeEach
	void serve() throws IOException {
		new Random(2).nextBytes(library);
		server = new NativeServer();
		server.add(NativeServer.MAIN, library);
		server.add("cpu/linux-x86_64/native/lib/libc10.so.gz", new byte[1000]);
	}

	@AfterEach
	void stop() {
		server.close();
	}

	/** One start of a program. The arguments are a cache folder and the address of the server. */
	public static void main(final String[] args) {
		new NativeDownload(library(Path.of(args[0])), URI.create(args[1]), listener(Progress.NONE)).run();
		System.out.println("here");
	}

	private static NativeLibrary library(final Path cache) {
		return new NativeLibrary(NativeServer.VERSION, "cpu", "linux-x86_64", cache);
	}

	private static DownloadListener listener(final Progress progress) {
		return new DownloadListener() {

			@Override
			public boolean mayDownload(final String what) {
				return true;
			}

			@Override
			public Progress progress() {
				return progress;
			}
		};
	}

	private void download() {
		new NativeDownload(library(cache), server.source(), listener(Progress.NONE)).run();
	}

	private String failure() {
		return assertThrows(DrsformerException.class, this::download).getMessage();
	}

	/** Returns the file into which the packed main file is downloaded. */
	private Path packed() throws IOException {
		return Files.createDirectories(cache.resolve(library(cache).folder().getFileName() + ".download"))
			.resolve(NativeServer.TORCH + ".gz");
	}

	private void assertIsHere() throws IOException {
		assertTrue(library(cache).isHere());
		assertArrayEquals(library, Files.readAllBytes(library(cache).folder().resolve(NativeServer.TORCH)));
		assertEquals(1000, Files.size(library(cache).folder().resolve("libc10.so")));
		try (Stream<Path> left = Files.list(cache)) {
			assertEquals(List.of(), left.filter(file -> file.toString().matches(".*(download|part)")).toList());
		}
	}

	private long bodies() {
		return server.requests()
			.stream()
			.filter(request -> request.startsWith("GET") && request.contains(NativeServer.TORCH))
			.count();
	}

	/** An earlier attempt has left a part of another file, or of a server that broke off. */
	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 100, 1000, 150_000, 199_999, 200_000, 250_000, 1_000_000 })
	void whateverHasComeBefore(final int bytes) throws IOException {
		final byte[] whole = server.get(NativeServer.MAIN);
		Files.write(packed(), Arrays.copyOf(whole, bytes));
		if (bytes == whole.length || bytes > whole.length)
			download();
		else {
			server.breaksAfter = 10;
			assertTrue(failure().contains("continues where this stopped"));
			server.breaksAfter = Integer.MAX_VALUE;
			download();
		}
		assertIsHere();
	}

	@Test
	void aServerThatCannotResume() throws IOException {
		Files.write(packed(), Arrays.copyOf(server.get(NativeServer.MAIN), 5000));
		server.resumes = false;
		download();
		assertIsHere();
	}

	@ParameterizedTest
	@ValueSource(ints = { 5, 100_000, -6, -2 })
	void aDamagedFileIsReportedAndDownloadedAgain(final int position) throws IOException {
		final byte[] whole = server.get(NativeServer.MAIN);
		final byte[] damaged = whole.clone();
		// of the header, the content, its checksum and its length
		damaged[position < 0 ? damaged.length + position : position] ^= position == 5 ? 0 : 1;
		damaged[0] ^= position == 5 ? 1 : 0;
		server.put(NativeServer.MAIN, damaged);
		final String sentence = failure();
		assertTrue(sentence.contains("came damaged") && sentence.contains("start again"), sentence);
		assertFalse(library(cache).isHere());
		server.put(NativeServer.MAIN, whole);
		download();
		assertIsHere();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html; charset=UTF-8", "" })
	void aLoginPageIsReportedAsSuch(final String type) throws IOException {
		final byte[] whole = server.get(NativeServer.MAIN);
		final byte[] list = server.get("files.txt");
		Files.write(packed(), Arrays.copyOf(whole, 5000));
		server.type = type.isEmpty() ? null : type;
		server.put(NativeServer.MAIN, PAGE);
		server.put("files.txt", PAGE);
		assertTrue(failure().matches(".*a web page came instead of http.*files.txt.*open this address in a browser.*"),
			failure());
		server.type = null;
		server.put("files.txt", list);
		// while the page is shorter than the part that is there, the length tells nothing
		server.type = type.isEmpty() ? null : type;
		Files.deleteIfExists(packed());
		assertTrue(failure().contains("a web page came"), failure());
		server.type = null;
		server.put(NativeServer.MAIN, whole);
		download();
		assertIsHere();
	}

	/** DJL puts its bridge into this folder, also for a library in another folder. */
	@Test
	void aFolderThatExistsAlready() throws IOException {
		final Path bridge = Files.createDirectories(library(cache).folder()).resolve("libdjl_torch.so");
		Files.write(bridge, new byte[3]);
		download();
		assertIsHere();
		assertEquals(3, Files.size(bridge));
	}

	@Test
	void severalThreadsShareOneDownload() throws Exception {
		server.millis = 100;
		final ExecutorService threads = Executors.newFixedThreadPool(4);
		final List<Future<?>> starts = new ArrayList<>();
		for (int i = 0; i < 4; i++)
			starts.add(threads.submit(this::download));
		for (final Future<?> start : starts)
			start.get();
		threads.shutdown();
		assertIsHere();
		assertEquals(1, bodies());
	}

	@Test
	void severalProgramsShareOneDownload() throws Exception {
		server.millis = 700;
		final List<Process> programs = new ArrayList<>();
		for (int i = 0; i < 3; i++)
			programs.add(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx64m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				DownloadRemediesTest.class.getName(), cache.toString(), server.source().toString())
				.redirectErrorStream(true)
				.start());
		for (final Process program : programs) {
			final String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			assertEquals(0, program.waitFor(), output);
			assertTrue(output.contains("here"), output);
		}
		assertIsHere();
		assertEquals(1, bodies());
	}

	@Test
	void waitingForAnotherDownloadCanBeCancelled() throws Exception {
		final Path file = Files.createDirectories(cache).resolve(library(cache).folder().getFileName() + ".lock");
		try (DownloadLock other = DownloadLock.await(file, () -> {})) {
			assertFalse(other.isShared());
			assertThrows(CancellationException.class,
				() -> new NativeDownload(library(cache), server.source(), listener(fraction -> {
					throw new CancellationException();
				})).run());
			Thread.currentThread().interrupt();
			assertThrows(CancellationException.class, this::download);
			assertTrue(Thread.interrupted());
			assertEquals(0, bodies());
		}
		download();
		assertIsHere();
	}
}
