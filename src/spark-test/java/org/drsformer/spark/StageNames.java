package org.drsformer.spark;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;

/** Notes what Spark's pages call the stages. Spark creates the listener. */
public final class StageNames extends SparkListener {

	private static final List<String> NAMES = new CopyOnWriteArrayList<>();

	static void listen() {
		NAMES.clear();
		System.setProperty("spark.extraListeners", StageNames.class.getName());
	}

	/** Returns the names since {@link #listen}. */
	static List<String> heard() {
		System.clearProperty("spark.extraListeners");
		return List.copyOf(NAMES);
	}

	@Override
	public void onStageSubmitted(final SparkListenerStageSubmitted stage) {
		NAMES.add(stage.stageInfo().name());
	}
}
