package org.drsformer.train.learner;

/** Some of the crops of a batch: {@code count} of them from {@code first} on. */
record Share(int first, int count) {

	/** Returns one of several shares that are as equal as possible. */
	Share part(final int number, final int of) {
		final int from = number * count / of;
		return new Share(first + from, (number + 1) * count / of - from);
	}
}
