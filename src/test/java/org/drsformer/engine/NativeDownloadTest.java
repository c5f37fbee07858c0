package org.drsformer.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Against a server of its own, laid out as that of DJL, which fails in the ways that networks do. */
class NativeDownloadTest {

	private static final String TORCH = System.mapLibraryName("torch");

	@TempDir
	private Path cache;
	private HttpServer server;
	private final Map<String, byte[]> files = new HashMap<>();
	private final List<String> requests = new ArrayList<>();
	private final byte[] library = new byte[300_000];
	private String question;
	private double last;
	/** How many bytes of a body the server sends before it breaks off. */
	private int breaksAfter = Integer.MAX_VALUE;
	private boolean allows = true;

	@BeforeEach
	void serve() throws IOException {
		new Random(1).nextBytes(library);
		add("cpu/linux-x86_64/native/lib/" + TORCH + ".gz", library);
		add("cpu/linux-x86_64/native/lib/libstdc%2B%2B.so.6.gz", new byte[10]);
		add("cu128/linux-x86_64/native/lib/" + TORCH + ".gz", new byte[20]);
		files.put("/2.7.1/files.txt", (String.join("\n", files.keySet()).replace("/2.7.1/", "") + "\n").getBytes(
			StandardCharsets.UTF_8));
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", this::answer);
		server.start();
	}

	@AfterEach
	void stop() {
		server.stop(0);
	}

	private void add(final String path, final byte[] content) throws IOException {
		final ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(content);
		}
		files.put("/2.7.1/" + path, packed.toByteArray());
	}

	private void answer(final HttpExchange exchange) throws IOException {
		final byte[] file = files.get(exchange.getRequestURI().getRawPath());
		final String range = exchange.getRequestHeaders().getFirst("Range");
		requests.add(exchange.getRequestMethod() + (range == null ? "" : " " + range));
		if (file == null) {
			exchange.sendResponseHeaders(404, -1);
			return;
		}
		final boolean head = exchange.getRequestMethod().equals("HEAD");
		final int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
		if (head)
			exchange.getResponseHeaders().set("Content-Length", Integer.toString(file.length));
		exchange.sendResponseHeaders(range == null ? 200 : 206, head ? -1 : file.length - from);
		if (!head)
			exchange.getResponseBody().write(file, from, Math.min(breaksAfter, file.length - from));
		exchange.close();
	}

	private void download(final String flavor, final Progress progress) {
		final URI source = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
		new NativeDownload(new NativeLibrary("2.7.1", flavor, "linux-x86_64", cache), source, new DownloadListener() {

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
		assertTrue(question.matches("The native library of PyTorch \\(cpu, 0 MiB\\) is needed once; it is downloaded from" +
			" http://127.0.0.1.* to .*"), question);
		assertEquals(1, last);
		assertTrue(new NativeLibrary("2.7.1", "cpu", "linux-x86_64", cache).isHere());
	}

	@Test
	void goesOnWhereItStopped() throws IOException {
		breaksAfter = 100_000;
		final String sentence = assertThrows(DrsformerException.class, () -> download("cpu")).getMessage();
		assertTrue(sentence.contains("goes on where this stopped"), sentence);
		assertFalse(Files.exists(torch("cpu").getParent()));
		breaksAfter = Integer.MAX_VALUE;
		last = 0;
		download("cpu");
		assertArrayEquals(library, Files.readAllBytes(torch("cpu")));
		assertTrue(requests.contains("GET bytes=100000-"), requests.toString());
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
	void whoDoesNotWantItIsToldWhatThen() {
		allows = false;
		final String sentence = assertThrows(DrsformerException.class, () -> download("cpu")).getMessage();
		assertTrue(sentence.contains("allow the download, or install the zip with natives"), sentence);
		assertFalse(requests.contains("GET bytes"), requests.toString());
	}

	@Test
	void behindAFirewall() {
		server.stop(0);
		final String sentence = assertThrows(DrsformerException.class, () -> download("cpu")).getMessage();
		assertTrue(sentence.contains("firewall") && sentence.contains("zip with natives") && sentence.contains("127.0.0.1"),
			sentence);
	}

	@Test
	void aPageOfAPortalIsNoLibrary() {
		files.put("/2.7.1/cpu/linux-x86_64/native/lib/" + TORCH + ".gz", "<html>log in</html>".getBytes(
			StandardCharsets.UTF_8));
		assertTrue(assertThrows(DrsformerException.class, () -> download("cpu")).getMessage().contains("GZIP"));
		files.remove("/2.7.1/files.txt");
		assertTrue(assertThrows(DrsformerException.class, () -> download("cpu")).getMessage().contains("answers 404"));
	}

	@Test
	void anotherCudaOfTheSameMajorVersionOrTheCpu() {
		download("cu124");
		assertTrue(Files.exists(torch("cu128")));
		last = 0;
		download("cu118");
		assertTrue(Files.exists(torch("cpu")));
	}

	@Test
	void aSystemWithoutALibrary() {
		files.put("/2.7.1/files.txt", new byte[0]);
		assertTrue(assertThrows(DrsformerException.class, () -> download("cpu")).getMessage().contains("Apple silicon"));
	}

	@Test
	void nothingIsMissingHere() {
		assertTrue(NativeLibrary.missing().isEmpty(), "the natives are among the jars");
	}
}
