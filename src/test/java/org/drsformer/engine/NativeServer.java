package org.drsformer.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server with the layout of DJL's server, which can fail as networks do. */
final class NativeServer implements AutoCloseable {

	static final String VERSION = "2.7.1";
	static final String TORCH = System.mapLibraryName("torch");
	static final String MAIN = "cpu/linux-x86_64/native/lib/" + TORCH + ".gz";

	private final ExecutorService threads = Executors.newCachedThreadPool();
	private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
	private final Map<String, byte[]> files = Collections.synchronizedMap(new LinkedHashMap<>());
	private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

	/** How many bytes of a packed file the server sends before it breaks off. */
	volatile int breaksAfter = Integer.MAX_VALUE;
	/** How long the server waits before each body. */
	volatile int millis;
	/** The content type of everything that it sends; null for none. */
	volatile String type;
	/** Whether it sends from the position that it is asked for. */
	volatile boolean resumes = true;

	NativeServer() throws IOException {
		server.setExecutor(threads);
		server.createContext("/", this::answer);
		server.start();
	}

	URI source() {
		return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
	}

	/** Packs a file, and adds it to the list. */
	void add(final String path, final byte[] content) throws IOException {
		put(path, packed(content));
		final List<String> lines = new ArrayList<>(files.keySet());
		lines.remove("/" + VERSION + "/files.txt");
		put("files.txt",
			(String.join("\n", lines).replace("/" + VERSION + "/", "") + "\n").getBytes(StandardCharsets.UTF_8));
	}

	static byte[] packed(final byte[] content) throws IOException {
		final ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
			out.write(content);
		}
		return packed.toByteArray();
	}

	/** Adds a file as it is; null removes it. */
	void put(final String path, final byte[] bytes) {
		if (bytes == null)
			files.remove("/" + VERSION + "/" + path);
		else
			files.put("/" + VERSION + "/" + path, bytes);
	}

	byte[] get(final String path) {
		return files.get("/" + VERSION + "/" + path);
	}

	/** Returns method, path and range of each request. */
	List<String> requests() {
		return List.copyOf(requests);
	}

	private void answer(final HttpExchange exchange) throws IOException {
		final String path = exchange.getRequestURI().getRawPath();
		final byte[] file = files.get(path);
		final String range = exchange.getRequestHeaders().getFirst("Range");
		requests.add(exchange.getRequestMethod() + " " + path + (range == null ? "" : " " + range));
		if (type != null)
			exchange.getResponseHeaders().set("Content-Type", type);
		final int from = range == null || !resumes ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
		if (file == null)
			exchange.sendResponseHeaders(404, -1);
		else if (exchange.getRequestMethod().equals("HEAD")) {
			exchange.getResponseHeaders().set("Content-Length", Integer.toString(file.length));
			exchange.sendResponseHeaders(200, -1);
		}
		else if (from > 0 && from >= file.length)
			exchange.sendResponseHeaders(416, -1);
		else
			send(exchange, file, from, range != null && resumes);
		exchange.close();
	}

	private void send(final HttpExchange exchange, final byte[] file, final int from, final boolean partial)
		throws IOException
	{
		if (partial)
			exchange.getResponseHeaders()
				.set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
		exchange.sendResponseHeaders(partial ? 206 : 200, file.length - from);
		try {
			Thread.sleep(millis);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
		final int most = exchange.getRequestURI().getPath().endsWith(".gz") ? breaksAfter : file.length;
		exchange.getResponseBody().write(file, from, Math.min(most, file.length - from));
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}
}
