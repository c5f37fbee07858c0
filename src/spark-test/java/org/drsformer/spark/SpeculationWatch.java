package org.drsformer.spark;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Says when Spark tries a task twice at the same time. Spark creates the listener. */
public final class SpeculationWatch extends SparkListener {

	static final String SENTENCE = "a task runs twice";

	@Override
	public void onTaskStart(final SparkListenerTaskStart start) {
		if (start.taskInfo().speculative())
			System.out.println(SENTENCE);
	}
}
