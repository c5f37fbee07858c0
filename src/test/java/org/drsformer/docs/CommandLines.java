package org.drsformer.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The calls of the program in a code block of a document. */
final class CommandLines {

	private static final Pattern CALL = Pattern
		.compile("(?m)(?:^|&& )\\s*java (?:-\\S+ )*-cp (?:'[^']*'|\"[^\"]*\") org\\.drsformer\\.cli\\.Main ([^\\n]*)");
	private static final Pattern ARGUMENT = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");
	/** Of the form of a call, not of one call: {@code INPUT...}, {@code [options]}, {@code $VARIABLE}. */
	private static final Pattern PLACEHOLDER = Pattern
		.compile("\\.\\.\\.(?:\\s|$)|\\[|\\$|(?:^|\\s)[A-Z]{3,}(?:\\s|$)");
	/** What Slurm and Snakemake put into a call. */
	private static final Map<String, String> SCHEDULED = Map.of("$SLURM_CPUS_PER_TASK", "1", "$SLURM_ARRAY_TASK_ID",
		"2", "$SLURM_ARRAY_TASK_COUNT", "8", "{threads}", "1", "{wildcards.i}", "3", "{PARTS}", "8");
	/** The authors' files cannot be here: a small one takes their place, under a name of one's own. */
	private static final Pattern PUBLISHED = Pattern
		.compile("(--as|--model|--from) (?:rain200l|rain200h|did|ddn|spa)\\b");
	private static final Pattern ELSEWHERE = Pattern
		.compile("(?:~|/path/to|Downloads|/data|~/Downloads)/(?:[\\w.-]+/)*[\\w-]+\\.pth");

	private CommandLines() {
		// static functions only
	}

	/**
	 * Returns the arguments of each call that can be run as it stands.
	 *
	 * @param checkpoint what takes the place of files elsewhere
	 */
	static List<List<String>> in(final Document.Block block, final Path checkpoint) {
		return CALL.matcher(scheduled(block.code()).replaceAll("\\\\\\R\\s*", " "))
			.results()
			.map(call -> call.group(1))
			.filter(call -> !PLACEHOLDER.matcher(call).find())
			.map(call -> arguments(call, checkpoint))
			.toList();
	}

	/** Snakemake joins strings that follow each other. */
	private static String scheduled(final String code) {
		String filled = code.replaceAll("\"\\R\\s*\"", "").replaceAll("(?m)^\\s*\"(java .*)\"$", "$1");
		for (final Map.Entry<String, String> value : SCHEDULED.entrySet())
			filled = filled.replace(value.getKey(), value.getValue());
		return filled;
	}

	private static List<String> arguments(final String call, final Path checkpoint) {
		final String here = ELSEWHERE.matcher(PUBLISHED.matcher(call).replaceAll("$1 own"))
			.replaceAll(Matcher.quoteReplacement(checkpoint.toString()));
		final List<String> arguments = new ArrayList<>();
		final Matcher argument = ARGUMENT.matcher(here.replaceAll("\\s+(?:#|&&|\\|).*", ""));
		while (argument.find())
			arguments.add(Stream.of(argument.group(1), argument.group(2), argument.group(3))
				.filter(part -> part != null)
				.findFirst()
				.orElseThrow());
		return arguments;
	}
}
