package org.drsformer.spark;

import org.drsformer.DrsformerException;

import com.google.gson.JsonArray;

/** Checks the libraries that Spark puts in front of ours. */
final class Libraries {

	private Libraries() {
		// static functions only
	}

	/** @throws DrsformerException if the driver uses Spark's Gson, which is from 2013 and cannot read manifests */
	static void check() {
		try {
			JsonArray.class.getMethod("asList");
		}
		catch (final NoSuchMethodException old) {
			throw new DrsformerException("Spark's own library Gson is too old; add --driver-class-path" +
				" target/app/gson-2.10.1.jar, the one that comes with this software, to the options of" +
				" spark-submit.", old);
		}
	}
}
