package org.drsformer.cli.option;

import java.util.List;

import picocli.CommandLine;

/** Finds options that the user gave although another option makes them useless. */
public final class OtherOptions {

	private OtherOptions() {
		// static functions only
	}

	/** Returns the names of the given options, except for some, separated by commas; empty if there are none. */
	public static String besides(final CommandLine command, final String... expected) {
		return String.join(", ",
			command.getParseResult()
				.matchedOptionsSet()
				.stream()
				.map(option -> option.longestName())
				.filter(name -> !List.of(expected).contains(name))
				.toList());
	}
}
