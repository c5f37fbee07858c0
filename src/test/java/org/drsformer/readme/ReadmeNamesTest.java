package org.drsformer.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.drsformer.cli.OptionReference;
import org.drsformer.macro.FunctionReference;
import org.junit.jupiter.api.Test;

/**
 * Every command, option, macro key and function that the README names exists, and every one that exists is named there.
 * What is missing can be written by {@code mvn -q test-compile exec:exec@reference}, see {@link Reference}.
 */
class ReadmeNamesTest {

	/** Of other programs that the README calls, and of the benchmarks. */
	private static final Set<String> FOREIGN = Set.of("--headless", "--update", "--run", "--console", "--help",
		"--version", "--quick", "--networks", "--megapixels", "--rounds", "--simulate", "--force", "--main-class",
		"--add-opens", "--array", "--cpus-per-task", "--mem", "--class", "--jars", "--driver-class-path");

	private static final Readme README = Readme.ofProject();
	private static final Map<String, List<String>> OPTIONS = OptionReference.options();
	private static final Map<String, List<String>> KEYS = new FijiReference().keys();

	private static void assertNone(final String what, final List<String> names) {
		assertEquals(List.of(), names, what);
	}

	@Test
	void commandLine() {
		final List<String> missing = new ArrayList<>();
		OPTIONS.forEach((command, options) -> {
			if (!README.names(command))
				missing.add(command);
			options.stream()
				.filter(option -> !README.namesTogether(command, option))
				.forEach(option -> missing.add(command + " " + option));
		});
		assertNone("commands and options that the README does not name, as code", missing);
	}

	@Test
	void macroKeys() {
		final List<String> missing = new ArrayList<>();
		KEYS.forEach((label, keys) -> {
			if (!README.names(label))
				missing.add(label);
			keys.stream()
				.filter(key -> !README.namesTogether(label, key))
				.forEach(key -> missing.add(label + " " + key));
		});
		assertNone("commands in Fiji, and their keys, that the README does not name, as code", missing);
	}

	@Test
	void functions() {
		assertNone("functions that the README does not name, as code",
			FunctionReference.names().stream().map(name -> "Ext." + name).filter(name -> !README.names(name)).toList());
	}

	private static Stream<String> found(final String regex) {
		return Pattern.compile(regex).matcher(README.text()).results().map(match -> match.group(1)).distinct();
	}

	@Test
	void everyOptionInItExists() {
		final Set<String> known = new HashSet<>(FOREIGN);
		OPTIONS.values().forEach(known::addAll);
		assertNone("options in the README that do not exist",
			found("(?<![\\w-])(--[a-z][a-z-]+)").filter(option -> !known.contains(option)).toList());
	}

	@Test
	void everyFunctionInItExists() {
		assertNone("functions in the README that do not exist",
			found("\\bExt\\.(\\w+)\\(").filter(name -> !name.equals("install"))
				.filter(name -> !FunctionReference.names().contains(name))
				.toList());
	}

	@Test
	void everyMenuEntryInItExists() {
		assertNone("menu entries in the README that do not exist",
			found("Plugins > DRSformer > ([A-Z][\\w ]+(?:\\.\\.\\.)?)").map(String::strip)
				.filter(label -> !KEYS.containsKey(label) && KEYS.keySet().stream().noneMatch(label::startsWith))
				.toList());
	}

	@Test
	void everyMacroKeyInItExists() {
		final List<String> wrong = new ArrayList<>();
		Pattern.compile("run\\(\"([^\"]+)\", *\"([^\"]*)\"")
			.matcher(README.text())
			.results()
			.filter(call -> KEYS.containsKey(call.group(1)))
			.forEach(call -> Pattern.compile("(?:^|\\s)(\\w+)=")
				.matcher(call.group(2))
				.results()
				.map(key -> key.group(1))
				.filter(key -> !KEYS.get(call.group(1)).contains(key))
				.forEach(key -> wrong.add(call.group(1) + " " + key)));
		assertNone("macro keys in the README that do not exist", wrong);
	}
}
