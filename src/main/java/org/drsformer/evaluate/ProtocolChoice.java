package org.drsformer.evaluate;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.metric.Protocol;

/** The choices of protocols in dialogs and macros: each protocol by its name, and two groups. */
public final class ProtocolChoice {

	/** Chooses both protocols of published tables. */
	public static final String PUBLISHED = "published";

	/** Chooses every protocol. */
	public static final String ALL = "all";

	private ProtocolChoice() {
		// static functions only
	}

	/** Returns all choices. */
	public static List<String> names() {
		final List<String> names = new ArrayList<>(List.of(PUBLISHED, ALL));
		names.addAll(single());
		return names;
	}

	/** Returns the choices where only one protocol is possible. */
	public static List<String> single() {
		return Protocols.names();
	}

	/**
	 * Returns the protocols of a choice.
	 *
	 * @throws org.drsformer.DrsformerException if there is no such choice
	 */
	public static Protocols of(final String choice) {
		return switch (choice) {
			case PUBLISHED -> Protocols.of(Protocol.rain200Spa(), Protocol.didDdn());
			case ALL -> Protocols.all();
			default -> Protocols.byNames(List.of(choice));
		};
	}
}
