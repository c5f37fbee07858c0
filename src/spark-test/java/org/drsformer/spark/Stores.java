package org.drsformer.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** A real HDFS with two data nodes and a server with the protocol of S3; each starts once for all tests. */
public final class Stores {

	private static final int SECONDS = 300;

	private static String hdfs;
	private static String s3;

	private Stores() {}

	/** Returns the address of HDFS. */
	public static synchronized String hdfs() {
		if (hdfs == null)
			try {
				final Configuration conf = new Configuration();
				conf.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, Files.createTempDirectory("hdfs").toString());
				// many pages in a test with few files
				conf.setInt("dfs.ls.limit", 100);
				final MiniDFSCluster cluster = new MiniDFSCluster.Builder(conf).numDataNodes(2)
					.hosts(new String[] { "127.0.0.1", "localhost" })
					.build();
				cluster.waitActive();
				Runtime.getRuntime().addShutdownHook(new Thread(() -> cluster.shutdown(true)));
				hdfs = cluster.getURI().toString();
			}
			catch (final IOException failure) {
				throw new UncheckedIOException(failure);
			}
		return hdfs;
	}

	/** Returns the address of a bucket, and makes its server known to Spark. */
	public static synchronized String s3() {
		if (s3 == null)
			try {
				final int port = freePort();
				final Path home = Files.createTempDirectory("s3");
				final JavaProgram server = JavaProgram.java(home, "s3mock",
					List.of("-Xmx256m", "-jar", "target/s3/s3mock.jar", "--http.port=" + port, "--server.port=0",
						"--server.address=127.0.0.1", "--com.adobe.testing.s3mock.store.initial-buckets=rain",
						"--com.adobe.testing.s3mock.store.root=" + Files.createDirectory(home.resolve("objects"))));
				await(port, server);
				s3Settings(port).forEach(System::setProperty);
				s3 = "s3a://rain";
			}
			catch (final IOException failure) {
				throw new UncheckedIOException(failure);
			}
		return s3;
	}

	/** Returns the settings of Spark by which programs find the bucket. */
	static List<String> s3Options() {
		return System.getProperties()
			.stringPropertyNames()
			.stream()
			.filter(name -> name.startsWith("spark.hadoop.fs.s3a."))
			.map(name -> "-D" + name + "=" + System.getProperty(name))
			.toList();
	}

	private static Map<String, String> s3Settings(final int port) {
		return Map.of("spark.hadoop.fs.s3a.endpoint", "http://127.0.0.1:" + port,
			"spark.hadoop.fs.s3a.path.style.access", "true", "spark.hadoop.fs.s3a.access.key", "tester",
			"spark.hadoop.fs.s3a.secret.key", "secret", "spark.hadoop.fs.s3a.endpoint.region", "us-east-1");
	}

	static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static void await(final int port, final JavaProgram server) {
		final long end = System.nanoTime() + SECONDS * 1_000_000_000L;
		while (true)
			try (Socket socket = new Socket("127.0.0.1", port)) {
				return;
			}
			catch (final IOException notYet) {
				if (!server.isAlive() || System.nanoTime() > end)
					throw new IllegalStateException(server.log(), notYet);
				pause();
			}
	}

	private static void pause() {
		try {
			Thread.sleep(100);
		}
		catch (final InterruptedException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
