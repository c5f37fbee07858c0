package org.drsformer.command.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.drsformer.macro.DrsformerFunctions;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

class CommandBridgeTest {

	/**
	 * Each command has a line in plugins.config; without it the command would be missing in an ImageJ without SciJava.
	 */
	@Test
	void everyCommandIsInTheMenuOfAPlainImageJ() throws IOException {
		final Set<String> entries = Files.readAllLines(Path.of("src/plain-imagej/plugins.config"))
			.stream()
			.filter(line -> line.contains("CommandBridge"))
			.collect(Collectors.toCollection(TreeSet::new));
		final Set<String> commands = new TreeSet<>();
		try (Context context = new Context(CommandService.class)) {
			for (final CommandInfo info : context.service(CommandService.class).getCommands())
				if (info.getDelegateClassName().matches("org\\.drsformer\\.command\\.\\w+"))
					commands
						.add("Plugins>DRSformer, \"%s\", %s(\"%s\")".formatted(info.getMenuPath().getLeaf().getName(),
							CommandBridge.class.getName(), info.getDelegateClassName().replaceFirst(".*\\.", "")));
		}
		assertEquals(String.join("\n", commands), String.join("\n", entries));
	}

	/** For a command that is in both, imagej-legacy prints a line at the start of Fiji, and lists it twice. */
	@Test
	void noCommandIsInOurOwnMenuFile() throws IOException {
		assertEquals(List.of("Plugins>DRSformer, \"DRSformer Macro Functions\", " + DrsformerFunctions.class.getName()),
			Files.readAllLines(Path.of("src/main/resources/plugins.config"))
				.stream()
				.filter(line -> !line.startsWith("#"))
				.toList());
	}
}
