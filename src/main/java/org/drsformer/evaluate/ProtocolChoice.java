package org.drsformer.evaluate;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.metric.Protocol;

/** The protocols as dialogs and macros offer them: each by its name, and two groups of them. */
public final class ProtocolChoice {

	/** Both protocols of published tables. */
	public static final String PUBLISHED = "published";

	/** Every protocol that there is. */
	public static final String ALL = "all";

	private ProtocolChoice() {
		// static functions only
	}

	/** What can be chosen. */
	public static List<String> names() {
		final List<String> names = new ArrayList<>(List.of(PUBLISHED, ALL));
		names.addAll(single());
		return names;
	}

	/** What can be chosen where only one protocol may be. */
	public static List<String> single() {
		return Protocol.all().stream().map(Protocol::name).toList();
	}

	/** @throws org.drsformer.DrsformerException if there is no such choice */
	public static List<Protocol> of(final String choice) {
		return switch (choice) {
			case PUBLISHED -> List.of(Protocol.rain200Spa(), Protocol.didDdn());
			case ALL -> Protocol.all();
			default -> List.of(Protocol.byName(choice));
		};
	}
}
