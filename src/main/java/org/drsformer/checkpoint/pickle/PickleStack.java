package org.drsformer.checkpoint.pickle;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.checkpoint.source.Refusal;

/** The stack of the objects of a pickle, with the marks that tell where the items of a container start. */
final class PickleStack {

	private final List<Object> items = new ArrayList<>();
	private final List<Integer> marks = new ArrayList<>();

	void push(final Object item) {
		items.add(item);
	}

	void mark() {
		marks.add(items.size());
	}

	Object top() {
		return items.get(lowest(1));
	}

	Object pop() {
		return items.remove(lowest(1));
	}

	/** Takes the last items off and returns them, the deepest first. */
	Object[] pop(final int count) {
		return popFrom(lowest(count));
	}

	/** Takes the last mark and the items above it off, and returns the items, the deepest first. */
	Object[] popToMark() {
		if (marks.isEmpty())
			throw Refusal.malformed();
		return popFrom(marks.remove(marks.size() - 1));
	}

	private Object[] popFrom(final int start) {
		final List<Object> tail = items.subList(start, items.size());
		final Object[] popped = tail.toArray();
		tail.clear();
		return popped;
	}

	/** Returns where the last items start, which must not be below the last mark. */
	private int lowest(final int count) {
		final int start = items.size() - count;
		if (start < (marks.isEmpty() ? 0 : marks.get(marks.size() - 1)))
			throw Refusal.malformed();
		return start;
	}
}
