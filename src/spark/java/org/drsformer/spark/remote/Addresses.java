package org.drsformer.spark.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Tells addresses such as {@code s3a://bucket/rainy} from paths, and reads files by them. */
public final class Addresses {

	/** The scheme has two letters at least, since one letter is a drive of Windows. */
	private static final Pattern ADDRESS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+)://([^/]*)(/.*)?", Pattern.DOTALL);

	private static SparkConf known;
	private static Configuration configuration;

	private Addresses() {
		// static functions only
	}

	/** Returns whether a text is the address of a file or folder in a file system of Hadoop. */
	public static boolean is(final String text) {
		return ADDRESS.matcher(text).matches();
	}

	/** Returns Hadoop's form of an address. */
	static org.apache.hadoop.fs.Path hadoop(final String address) {
		final Matcher parts = ADDRESS.matcher(address);
		if (!parts.matches())
			throw new IllegalArgumentException(address + " is not an address");
		return new org.apache.hadoop.fs.Path(parts.group(1), parts.group(2).isEmpty() ? null : parts.group(2),
			parts.group(3) == null ? "/" : parts.group(3));
	}

	/** Returns Hadoop's settings on a driver or an executor: those of the cluster and those of Spark. */
	public static synchronized Configuration configuration() {
		final SparkConf spark = SparkEnv.get() == null ? new SparkConf() : SparkEnv.get().conf();
		if (spark != known) {
			// reading the settings takes longer than reading a small image
			configuration = SparkHadoopUtil.get().newConfiguration(spark);
			known = spark;
		}
		return configuration;
	}

	/**
	 * Copies a file to the local disk.
	 *
	 * @throws IOException if it cannot be read, or there is no room for the copy
	 */
	public static void copy(final String address, final Path target) throws IOException {
		final org.apache.hadoop.fs.Path source = hadoop(address);
		try (InputStream in = source.getFileSystem(configuration()).open(source)) {
			Files.copy(in, target);
		}
	}
}
