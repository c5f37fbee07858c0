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
 * Files through Spark's source {@code binaryFile}, each a task of its own: what Spark tries again is then one file.
 * Very large files, which it would hold in memory as a whole, and those that it does not deliver (empty ones, and names
 * with a colon or with an underscore in front) are only named, and read from their places.
 */
final class BinaryFiles {

	/** What an executor may have to hold for each of its tasks. */
	private static final long MOST_BYTES = 256L << 20;

	/** As large as a part of the source may be. */
	private static final String BYTES_OF_A_TASK = "128m";

	private final SparkSession spark;

	BinaryFiles(final SparkSession spark) {
		this.spark = spark;
		spark.conf().set("spark.sql.files.maxPartitionBytes", BYTES_OF_A_TASK);
		spark.conf().set("spark.sql.files.openCostInBytes", BYTES_OF_A_TASK);
	}

	/** What Hadoop calls a file. */
	static String key(final RemoteFile file) {
		return new Path("file://" + file.input()).toString();
	}

	/** Hadoop refuses names with colons, and the source leaves out empty files. */
	private static boolean isForSource(final RemoteFile file) {
		return file.bytes() > 0 && file.bytes() <= MOST_BYTES && file.input().indexOf(':') < 0;
	}

	/** @param files by their keys */
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
		// names with brackets and stars are names, and those with = no columns
		return spark.read()
			.format("binaryFile")
			.option("__globPaths__", false)
			.option("recursiveFileLookup", true)
			.load(keys.toArray(String[]::new))
			.select("path", "content");
	}
}
