package org.drsformer.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands and options of the command line, for the documentation and its tests. */
public final class OptionReference {

	private OptionReference() {
		// static functions only
	}

	/**
	 * Returns the long names of the options of each command, by its name such as {@code models import}, without help
	 * and version.
	 */
	public static Map<String, List<String>> options() {
		return commands().entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
				entry -> own(entry.getValue()).stream().map(OptionSpec::longestName).toList(), (one, other) -> one,
				LinkedHashMap::new));
	}

	/** Returns whether the command line accepts these arguments; nothing is run. */
	public static String complaint(final String... arguments) {
		try {
			Main.commandLine().parseArgs(arguments);
			return "";
		}
		catch (final CommandLine.ParameterException complaint) {
			return complaint.getMessage();
		}
	}

	/**
	 * Runs the program in this JVM.
	 *
	 * @param folder the folder that paths are relative to
	 * @return the output if it failed, else an empty text
	 */
	public static String run(final Path folder, final List<String> arguments) {
		final StringWriter printed = new StringWriter();
		final PrintWriter out = new PrintWriter(printed, true);
		final int code = Main.commandLine()
			.setOut(out)
			.setErr(out)
			.registerConverter(Path.class, folder::resolve)
			.execute(arguments.toArray(String[]::new));
		return code == 0 ? "" : arguments + " ends with " + code + ": " + printed;
	}

	/** Returns a table for each command, in Markdown. */
	public static String markdown() {
		return commands().entrySet()
			.stream()
			.map(entry -> markdown(entry.getKey(), entry.getValue()))
			.collect(Collectors.joining("\n"));
	}

	private static String markdown(final String name, final CommandSpec command) {
		final StringBuilder text = new StringBuilder("### `" + name + synopsis(command) + "`\n\n" +
			String.join(" ", command.usageMessage().description()).replace("%n", " ") + "\n");
		final List<OptionSpec> options = own(command);
		if (!options.isEmpty())
			text.append("\n| option | meaning |\n|---|---|\n");
		for (final OptionSpec option : options)
			text.append("| ")
				.append(Arrays.stream(option.names()).map(one -> "`" + one + "`").collect(Collectors.joining(", ")))
				.append(option.arity().max() == 0 ? "" : " `" + option.paramLabel() + "`")
				.append(" | ")
				.append(description(option))
				.append(" |\n");
		return text.toString();
	}

	private static String synopsis(final CommandSpec command) {
		return command.positionalParameters()
			.stream()
			.map(PositionalParamSpec::paramLabel)
			.map(label -> " " + label)
			.collect(Collectors.joining());
	}

	private static String description(final ArgSpec argument) {
		return String.join(" ", argument.description())
			.replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()))
			.replace("%n", " ")
			.replace("%%", "%")
			.replace("|", "\\|");
	}

	private static List<OptionSpec> own(final CommandSpec command) {
		return command.options()
			.stream()
			.filter(option -> !option.usageHelp() && !option.versionHelp() && !option.hidden())
			.toList();
	}

	private static Map<String, CommandSpec> commands() {
		final Map<String, CommandSpec> commands = new LinkedHashMap<>();
		addBelow(Main.commandLine(), new ArrayList<>(), commands);
		return commands;
	}

	private static void addBelow(final CommandLine above, final List<String> path,
		final Map<String, CommandSpec> commands)
	{
		above.getSubcommands().forEach((name, command) -> {
			path.add(name);
			commands.put(String.join(" ", path), command.getCommandSpec());
			addBelow(command, path, commands);
			path.remove(path.size() - 1);
		});
	}
}
