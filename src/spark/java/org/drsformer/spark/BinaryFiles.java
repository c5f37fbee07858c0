package org.drsformer.spark;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads files through Spark's source {@code binaryFile}, one file per task, so that Spark repeats a single file. Spark
 * delivers only the names of very large files, which it would hold in memory as a whole, and of files that the source
 * leaves out: empty files, and names with a colon or a leading underscore. Executors read these from their places.
 */
final class BinaryFiles {

	/** The largest file that an executor holds in memory for a task. */
	private static final long MOST_BYTES = 256L << 20;

	/** The largest part of the source; one file fills it. */
	private static final String BYTES_OF_A_TASK = "128m";

	private final SparkSession spark;

	BinaryFiles(final SparkSession spark) {
		this.spark = spark;
		spark.conf().set("spark.sql.files.maxPartitionBytes", BYTES_OF_A_TASK);
		spark.conf().set("spark.sql.files.openCostInBytes", BYTES_OF_A_TASK);
	}

	/** Returns Hadoop's name of a file. */
	static String key(final RemoteFile file) {
		return new Path("file://" + file.input()).toString();
	}

	/**
	 * Returns whether the source delivers a file: Hadoop refuses names with colons, and the source leaves out empty
	 * files.
	 */
	private static boolean isForSource(final RemoteFile file) {
		return file.bytes() > 0 && file.bytes() <= MOST_BYTES && file.input().indexOf(':') < 0;
	}

	/**
	 * Returns the files as Spark delivers them.
	 *
	 * @param files the files by their keys
	 */
	JavaRDD<SourceFile> read(final Map<String, RemoteFile> files) {
		final JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
		final List<String> small = files.entrySet()
			.stream()
			.filter(file -> isForSource(file.getValue()))
			.map(Map.Entry::getKey)
			.toList();
		final Set<String> named = new HashSet<>(files.keySet());
		JavaRDD<SourceFile> all = context.emptyRDD();
		if (!small.isEmpty()) {
			final Dataset<Row> rows = rows(small);
			Arrays.stream(rows.inputFiles()).map(file -> new Path(URI.create(file)).toString()).forEach(named::remove);
			all = rows.javaRDD().map(row -> new SourceFile(row.getString(0), row.getAs(1)));
		}
		final List<SourceFile> inPlace = new ArrayList<>();
		named.forEach(key -> inPlace.add(new SourceFile(key, null)));
		return inPlace.isEmpty() ? all : all.union(context.parallelize(inPlace, inPlace.size()));
	}

	private Dataset<Row> rows(final List<String> keys) {
		// brackets and stars belong to names, and = does not make a column
		return spark.read()
			.format("binaryFile")
			.option("__globPaths__", false)
			.option("recursiveFileLookup", true)
			.load(keys.toArray(String[]::new))
			.select("path", "content");
	}
}
