package org.drsformer.command.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;

class CommandBridgeTest {

	/** The command that imagej-legacy makes of an entry in plugins.config. */
	private static final class Twin extends CommandInfo {

		private final String id;

		private Twin(final String id) {
			super(Command.class);
			this.id = id;
		}

		@Override
		public String getIdentifier() {
			return id;
		}
	}

	/**
	 * Each command has a line in plugins.config; without it the command would be missing in an ImageJ without SciJava.
	 */
	@Test
	void everyCommandIsInTheMenuOfAPlainImageJ() throws IOException {
		final Set<String> entries = Files.readAllLines(Path.of("src/main/resources/plugins.config"))
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

	@Test
	void twinsThatImagejLegacyAddsAreNotListed() {
		try (Context context = new Context(ModuleService.class, LegacyDuplicates.class)) {
			final ModuleService modules = context.service(ModuleService.class);
			final ModuleInfo twin = new Twin("legacy:" + CommandBridge.class.getName());
			final ModuleInfo other = new Twin("legacy:ij.plugin.Commands");
			modules.addModule(twin);
			modules.addModule(other);
			assertFalse(modules.getModules().contains(twin));
			assertTrue(modules.getModules().contains(other));
		}
	}
}
