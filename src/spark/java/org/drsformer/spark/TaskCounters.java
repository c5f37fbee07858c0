package org.drsformer.spark;

import java.io.Serializable;

import org.apache.spark.SparkContext;
import org.apache.spark.util.DoubleAccumulator;
import org.apache.spark.util.LongAccumulator;

/** What Spark's pages show of a run while it is in progress: images, megapixels and failures. */
record TaskCounters(LongAccumulator images, DoubleAccumulator megapixels, LongAccumulator failures)
	implements Serializable {

	static TaskCounters of(final SparkContext context) {
		return new TaskCounters(context.longAccumulator("images"), context.doubleAccumulator("megapixels"),
			context.longAccumulator("failures"));
	}

	/** Counts the result of a file. */
	void add(final RemoteResult result) {
		if (result.again())
			return;
		if (result.failure() != null) {
			failures.add(1);
			return;
		}
		images.add(1);
		megapixels.add((double) result.width() * result.height() * result.planes() / 1e6);
	}
}
