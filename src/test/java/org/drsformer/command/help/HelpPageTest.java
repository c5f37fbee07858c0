package org.drsformer.command.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.command.dialog.field.Hints;
import org.drsformer.command.option.MacroInputs;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

class HelpPageTest {

	private static final Pattern LINK = Pattern.compile("href=\"([\\w-]+\\.md[^\"]*)\"");
	private static final Pattern PICTURE = Pattern.compile("src=\"([^\"]+)\"");

	@Test
	void everyCommandWithADialogHasItsPage() {
		try (Context context = new Context()) {
			final List<CommandInfo> commands = context.service(CommandService.class)
				.getCommands()
				.stream()
				.filter(info -> info.getDelegateClassName().startsWith("org.drsformer."))
				.toList();
			assertTrue(commands.size() >= 8);
			for (final CommandInfo info : commands) {
				final Module module = context.service(ModuleService.class).createModule(info);
				if (!MacroInputs.items(module).isEmpty())
					check(info.get(Hints.HELP));
			}
		}
	}

	private static void check(final String link) {
		final HelpPage page = HelpPage.parse(link);
		assertTrue(page.anchor().isEmpty() || page.html().contains("<a name=\"" + page.anchor() + "\"></a>"), link);
	}

	@Test
	void linksAndPicturesOfAllDocumentsLeadSomewhere() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("docs"))) {
			for (final Path file : files.toList()) {
				final HelpPage page = HelpPage.parse(file.getFileName().toString());
				final String html = page.html();
				LINK.matcher(html).results().forEach(link -> check(link.group(1)));
				for (final String picture : PICTURE.matcher(html).results().map(found -> found.group(1)).toList())
					new URL(page.address(), picture).openStream().close();
			}
		}
	}

	@Test
	void tablesAndCodeAreShown() {
		final String html = HelpPage.parse("fiji.md").html();
		assertTrue(html.contains("<table>") && html.contains("<code>Models...</code>"), html);
	}

	@Test
	void aMissingDocumentIsToldInASentence() {
		assertEquals("The jar of DRSformer for Fiji lacks the document none.md; install it again.",
			assertThrows(DrsformerException.class, () -> HelpPage.parse("none.md#x").html()).getMessage());
	}
}
