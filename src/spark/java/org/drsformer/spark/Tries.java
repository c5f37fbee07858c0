package org.drsformer.spark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.spark.SparkContext;

/** The number of times that Spark tries a task before it gives up the job. */
final class Tries {

	private static final Pattern LOCAL = Pattern.compile("local(?:\\[[^,\\]]+(?:,\\s*(\\d+))?\\s*\\])?");
	private static final int USUAL = 4;

	private Tries() {
		// static functions only
	}

	static int of(final SparkContext context) {
		final Matcher local = LOCAL.matcher(context.master());
		if (local.matches())
			return local.group(1) == null ? 1 : Integer.parseInt(local.group(1));
		return context.conf().getInt("spark.task.maxFailures", USUAL);
	}
}
