package org.drsformer.model;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.drsformer.checkpoint.TorchReader;

/**
 * What the training of this software notes in the files of its weights: a text of some lines such as
 * {@code steps: 2000 of 2000}, which becomes a part of the card of an imported model.
 *
 * @param facts the facts by their names
 */
public record TrainingNote(Map<String, String> facts) {

	/** The name of the text in a checkpoint. */
	public static final String ENTRY = "training";

	/** A file may come from anywhere, so that other lines are left out. */
	private static final Pattern LINE = Pattern.compile("([a-z ]{1,30}): (\\S.{0,998})");
	private static final int MOST_FACTS = 20;

	/** Returns the text that {@link #parse} reads: one line for each fact. */
	public String text() {
		return facts.entrySet()
			.stream()
			.map(fact -> fact.getKey() + ": " + fact.getValue().replaceAll("\\p{Cntrl}", " ") + "\n")
			.collect(Collectors.joining());
	}

	static TrainingNote parse(final String text) {
		final Map<String, String> facts = new LinkedHashMap<>();
		text.lines()
			.map(LINE::matcher)
			.filter(Matcher::matches)
			.limit(MOST_FACTS)
			.forEach(line -> facts.put(line.group(1),
				line.group(2).replaceAll("\\p{Cntrl}", " ").replace('|', '/').strip()));
		return new TrainingNote(facts);
	}

	/** Returns the note in a checkpoint of PyTorch, if there is one. */
	static Optional<TrainingNote> read(final Path file) {
		return file.toString().endsWith(".pth") ? TorchReader.text(file, ENTRY).map(TrainingNote::parse)
			: Optional.empty();
	}
}
