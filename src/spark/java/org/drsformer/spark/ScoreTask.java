package org.drsformer.spark;

import java.io.Serializable;
import java.util.ArrayList;

import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** Scores pairs on an executor. */
final class ScoreTask extends AbstractFunction1<Iterator<PairPart>, ArrayList<PairPart.Scored>>
	implements Serializable {

	private final String job;

	/** @param job a unique name of the job */
	ScoreTask(final String job) {
		this.job = job;
	}

	@Override
	public ArrayList<PairPart.Scored> apply(final Iterator<PairPart> parts) {
		final ArrayList<PairPart.Scored> scored = new ArrayList<>();
		while (parts.hasNext())
			scored.addAll(parts.next().score(job));
		return scored;
	}
}
