package org.drsformer.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.drsformer.cli.OptionReference;
import org.drsformer.macro.FunctionReference;
import org.junit.jupiter.api.Test;

/**
 * Every command, option, macro key and function that exists is in the reference, and every one that a document names
 * exists. {@code mvn -q test-compile exec:exec@reference} writes the reference, see {@link Reference}.
 */
class ReferenceTest {

	/** Of other programs that the documents call, and of the benchmarks. */
	private static final Set<String> FOREIGN = Set.of("--headless", "--update", "--run", "--console", "--help",
		"--version", "--quick", "--networks", "--megapixels", "--rounds", "--onnx", "--sizes", "--no-spinning",
		"--simulate", "--force", "--main-class", "--add-opens", "--array", "--cpus-per-task", "--mem", "--class",
		"--jars", "--driver-class-path", "--master", "--packages", "--conf", "--executor-memory", "--deploy-mode",
		"--num-executors", "--executor-cores");

	private static final Document REFERENCE = Document.of(Reference.FILE);
	private static final List<Document> DOCUMENTS = Document.all();
	private static final Map<String, List<String>> OPTIONS = OptionReference.options();
	private static final Map<String, List<String>> KEYS = new FijiReference().keys();

	private static void assertNone(final String what, final List<String> names) {
		assertEquals(List.of(), names, what);
	}

	@Test
	void theReferenceIsUpToDate() {
		assertEquals(Reference.text(), REFERENCE.text(), "write it by mvn -q test-compile exec:exec@reference");
	}

	@Test
	void commandLine() {
		final List<String> missing = new ArrayList<>();
		OPTIONS.forEach((command, options) -> {
			if (!REFERENCE.names(command))
				missing.add(command);
			options.stream()
				.filter(option -> !REFERENCE.namesTogether(command, option))
				.forEach(option -> missing.add(command + " " + option));
		});
		assertNone("commands and options that the reference does not name, as code", missing);
	}

	@Test
	void macroKeys() {
		final List<String> missing = new ArrayList<>();
		KEYS.forEach((label, keys) -> {
			if (!REFERENCE.names(label))
				missing.add(label);
			keys.stream()
				.filter(key -> !REFERENCE.namesTogether(label, key))
				.forEach(key -> missing.add(label + " " + key));
		});
		assertNone("commands in Fiji, and their keys, that the reference does not name, as code", missing);
	}

	@Test
	void functions() {
		assertNone("functions that the reference does not name, as code",
			FunctionReference.names()
				.stream()
				.map(name -> "Ext." + name)
				.filter(name -> !REFERENCE.names(name))
				.toList());
	}

	private static Stream<String> found(final String regex) {
		return results(regex).map(match -> match.group(1)).distinct();
	}

	private static Stream<MatchResult> results(final String regex) {
		return DOCUMENTS.stream().flatMap(document -> Pattern.compile(regex).matcher(document.text()).results());
	}

	@Test
	void everyOptionThatIsNamedExists() {
		final Set<String> known = new HashSet<>(FOREIGN);
		OPTIONS.values().forEach(known::addAll);
		assertNone("options in the documents that do not exist",
			found("(?<![\\w-])(--[a-z][a-z-]+)").filter(option -> !known.contains(option)).toList());
	}

	@Test
	void everyCommandThatIsNamedExists() {
		assertNone("commands in the documents that do not exist",
			found("org\\.drsformer\\.cli\\.Main ([a-z]+)").filter(command -> !OPTIONS.containsKey(command)).toList());
	}

	/** As in {@code models import FILE --as NAME}, in a code span or behind the name of the program. */
	@Test
	void optionsAreThoseOfTheirCommands() {
		final Stream<String> calls = Stream.concat(DOCUMENTS.stream().flatMap(document -> document.spans().stream()),
			found("org\\.drsformer\\.cli\\.Main ([^\\n]*)"));
		assertNone("options that their commands do not have",
			calls.flatMap(call -> command(call).stream()
				.flatMap(command -> optionsIn(call).filter(option -> !OPTIONS.get(command).contains(option))
					.filter(option -> !FOREIGN.contains(option))
					.map(option -> command + " " + option)))
				.toList());
	}

	/** Of {@code models} and {@code models import} the longer one. */
	private static Optional<String> command(final String call) {
		return OPTIONS.keySet()
			.stream()
			.filter(name -> call.startsWith(name + " "))
			.max(Comparator.comparing(String::length));
	}

	private static Stream<String> optionsIn(final String call) {
		return Pattern.compile("(?<![\\w-])--[a-z][a-z-]+").matcher(call).results().map(MatchResult::group);
	}

	@Test
	void everyFunctionThatIsNamedExists() {
		assertNone("functions in the documents that do not exist",
			found("\\bExt\\.(\\w+)").filter(name -> !name.equals("install"))
				.filter(name -> !FunctionReference.names().contains(name))
				.toList());
	}

	@Test
	void everyMenuEntryThatIsNamedExists() {
		assertNone("menu entries in the documents that do not exist",
			found("Plugins > DRSformer > ([A-Z][\\w ]+(?:\\.\\.\\.)?)").map(String::strip)
				.filter(label -> !KEYS.containsKey(label) && KEYS.keySet().stream().noneMatch(label::startsWith))
				.toList());
	}

	@Test
	void everyCommandOfTheMenuThatIsNamedExists() {
		assertNone("commands in the documents that are not in the menu",
			DOCUMENTS.stream()
				.flatMap(document -> document.spans().stream())
				.filter(span -> span.matches("[A-Z][a-z]+(?: [A-Z][a-z]+)*\\.\\.\\."))
				.filter(span -> !KEYS.containsKey(span))
				.toList());
	}

	@Test
	void everyMacroKeyThatIsNamedExists() {
		final List<String> wrong = new ArrayList<>();
		results("run\\(\"([^\"]+)\", *\"([^\"]*)\"").filter(call -> KEYS.containsKey(call.group(1)))
			.forEach(call -> Pattern.compile("(?:^|\\s)(\\w+)=")
				.matcher(call.group(2))
				.results()
				.map(key -> key.group(1))
				.filter(key -> !KEYS.get(call.group(1)).contains(key))
				.forEach(key -> wrong.add(call.group(1) + " " + key)));
		assertNone("macro keys in the documents that do not exist", wrong);
	}
}
