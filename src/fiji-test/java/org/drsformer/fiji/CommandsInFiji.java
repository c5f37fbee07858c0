package org.drsformer.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleInfo;

import net.imagej.legacy.LegacyService;

/** The commands in the menu and in macros. */
class CommandsInFiji extends InGateway {

	private static List<CommandInfo> commands() {
		return fiji.command()
			.getCommands()
			.stream()
			.filter(info -> info.getDelegateClassName().startsWith("org.drsformer.command."))
			.toList();
	}

	@Test
	void everyCommandIsInTheMenuOnce() {
		assertFalse(commands().isEmpty());
		for (final CommandInfo command : commands()) {
			final String label = command.getMenuPath().getLeaf().getName();
			assertEquals(command.getIdentifier(),
				fiji.get(LegacyService.class).getIJ1Helper().getCommands().get(label));
			final List<ModuleInfo> listed = fiji.module()
				.getModules()
				.stream()
				.filter(info -> info.getMenuPath() != null
					&& command.getMenuPath().getMenuString().equals(info.getMenuPath().getMenuString()))
				.toList();
			assertEquals(List.of(command), listed);
		}
	}

	@Test
	void resultsOfCommandsAreOpenImagesWithTheirTitles() throws Exception {
		assertEquals("street-derained.png", run("command.ijm", """
			newImage("street.png", "RGB random", 24, 16, 1);
			run("Derain Image...", "rain=true");
			selectImage("street-rain.png");
			selectImage("street-derained.png");
			return getTitle();
			""").getReturnValue());
	}
}
