package org.drsformer.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Downloads from a {@link NativeServer}. */
class NativeDownloadTest {

	private static final String TORCH = NativeServer.TORCH;

	@TempDir
	private Path cache;
	private NativeServer server;
	private final byte[] library = new byte[300_000];
	private String question;
	private double last;
	private boolean allows = true;

	@BeforeEach
	void serve() throws IOException {
		new Random(1).nextBytes(library);
		server = new NativeServer();
		server.add(NativeServer.MAIN, library);
		server.add("cpu/linux-x86_64/native/lib/libstdc%2B%2B.so.6.gz", new byte[10]);
		server.add("cu124/linux-x86_64/native/lib/" + TORCH + ".gz", new byte[20]);
		server.add("cu128/linux-x86_64/native/lib/" + TORCH + ".gz", new byte[20]);
	}

	@AfterEach
	void stop() {
		server.close();
	}

	private void download(final String flavor, final Progress progress) {
		new NativeDownload(new NativeLibrary("2.7.1", flavor, "linux-x86_64", cache), server.source(),
			new DownloadListener() {

				@Override
				public boolean mayDownload(final String what) {
					question = what;
					return allows;
				}

				@Override
				public Progress progress() {
					return progress;
				}
			}).run();
	}

	private void download(final String flavor) {
		download(flavor, fraction -> {
			assertTrue(fraction >= last && fraction <= 1, last + " then " + fraction);
			last = fraction;
		});
	}

	private Path torch(final String flavor) {
		return cache.resolve("2.7.1-" + flavor + "-linux-x86_64").resolve(TORCH);
	}

	@Test
	void asksAndDownloads() throws IOException {
		download("cpu");
		assertArrayEquals(library, Files.readAllBytes(torch("cpu")));
		assertTrue(Files.exists(torch("cpu").resolveSibling("libstdc++.so.6")));
		assertTrue(
			question.matches("The native library of PyTorch \\(cpu, 0 MiB\\) is needed once; it is downloaded from" +
				" http://127.0.0.1.* to .*"),
			question);
		assertEquals(1, last);
		assertTrue(new NativeLibrary("2.7.1", "cpu", "linux-x86_64", cache).isHere());
	}

	@Test
	void continuesWhereItStopped() throws IOException {
		server.breaksAfter = 100_000;
		final String sentence = assertThrows(DrsformerException.class, () -> download("cpu")).getMessage();
		assertTrue(sentence.contains("continues where this stopped"), sentence);
		assertFalse(Files.exists(torch("cpu").getParent()));
		server.breaksAfter = Integer.MAX_VALUE;
		last = 0;
		download("cpu");
		assertArrayEquals(library, Files.readAllBytes(torch("cpu")));
		assertTrue(server.requests().stream().anyMatch(request -> request.endsWith(TORCH + ".gz bytes=100000-")),
			server.requests().toString());
	}

	@Test
	void cancelling() throws IOException {
		assertThrows(CancellationException.class, () -> download("cpu", fraction -> {
			throw new CancellationException();
		}));
		assertFalse(Files.exists(torch("cpu").getParent()));
		download("cpu");
		assertArrayEquals(library, Files.readAllBytes(torch("cpu")));
	}

	@Test
	void whoRefusesTheDownloadIsToldWhatToDo() {
		allows = false;
		final String sentence = assertThrows(DrsformerException.class, () -> download("cpu")).getMessage();
		assertTrue(sentence.contains("allow the download, or install the zip with natives"), sentence);
		assertTrue(
			server.requests().stream().noneMatch(request -> request.startsWith("GET") && request.endsWith(".gz")),
			server.requests().toString());
	}

	@Test
	void behindAFirewall() {
		server.close();
		final String sentence = assertThrows(DrsformerException.class, () -> download("cpu")).getMessage();
		assertTrue(
			sentence.contains("firewall") && sentence.contains("zip with natives") && sentence.contains("127.0.0.1"),
			sentence);
	}

	@Test
	void aServerWithoutTheVersion() {
		server.put("files.txt", null);
		assertTrue(assertThrows(DrsformerException.class, () -> download("cpu")).getMessage().contains("answers 404"));
	}

	/** The same choice as DJL's, which would download another library by itself otherwise. */
	@ParameterizedTest
	@CsvSource({ "cu128,cu128", "cu129,cu128", "cu126,cu124", "cu124,cu124", "cu131,cu128", "cu118,cpu" })
	void theLatestCudaThatIsNotLaterOrTheCpu(final String wanted, final String expected) throws IOException {
		download(wanted);
		assertTrue(Files.exists(torch(expected)));
		assertTrue(new NativeLibrary("2.7.1", wanted, "linux-x86_64", cache).isHere());
		if (!wanted.equals(expected))
			assertArrayEquals(server.get("files.txt"), Files.readAllBytes(cache.resolve("2.7.1.txt")), "for DJL");
	}

	@Test
	void aSystemWithoutALibrary() {
		server.put("files.txt", new byte[0]);
		assertTrue(
			assertThrows(DrsformerException.class, () -> download("cpu")).getMessage().contains("Apple silicon"));
	}

	@Test
	void nothingIsMissingHere() {
		assertTrue(NativeLibrary.missing().isEmpty(), "the natives are among the jars");
	}
}
