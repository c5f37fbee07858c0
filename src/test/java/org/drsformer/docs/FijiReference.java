package org.drsformer.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/** The commands in Fiji's menu and their macro keys, for the documents and their tests. */
final class FijiReference {

	private final Map<String, CommandInfo> commands = new LinkedHashMap<>();

	FijiReference() {
		try (Context context = new Context(CommandService.class)) {
			context.service(CommandService.class)
				.getCommands()
				.stream()
				.filter(info -> info.getDelegateClassName().startsWith("org.drsformer."))
				.sorted()
				.forEach(info -> commands.put(info.getMenuPath().getLeaf().getName(), info));
		}
	}

	/** The keys of each command, by what the menu calls it. */
	Map<String, List<String>> keys() {
		return commands.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
				entry -> keys(entry.getValue()).stream().map(ModuleItem::getName).toList(), (one, other) -> one,
				LinkedHashMap::new));
	}

	/** What a macro can write; images are chosen by their titles. */
	private static List<ModuleItem<?>> keys(final CommandInfo info) {
		final List<ModuleItem<?>> keys = new ArrayList<>();
		info.inputs().forEach(keys::add);
		keys.removeIf(item -> Service.class.isAssignableFrom(item.getType()) || item.getType() == Context.class);
		return keys;
	}

	/** A table for each command, in Markdown. */
	String markdown() {
		return commands.entrySet()
			.stream()
			.map(entry -> markdown(entry.getKey(), entry.getValue()))
			.collect(Collectors.joining("\n"));
	}

	private static String markdown(final String label, final CommandInfo info) {
		final StringBuilder text = new StringBuilder("### `" + label + "`\n");
		if (!keys(info).isEmpty())
			text.append("\n| key | in the dialog | meaning |\n|---|---|---|\n");
		for (final ModuleItem<?> key : keys(info))
			text.append("| `")
				.append(key.getName())
				.append("` | ")
				.append(key.getLabel())
				.append(" | ")
				.append(String.valueOf(key.getDescription()).replace("|", "\\|"))
				.append(choices(key))
				.append(" |\n");
		return text.toString();
	}

	private static String choices(final ModuleItem<?> key) {
		return key.getChoices() == null || key.getChoices().isEmpty() ? ""
			: " (" + key.getChoices().stream().map(choice -> "`" + choice + "`").collect(Collectors.joining(", ")) +
				")";
	}
}
