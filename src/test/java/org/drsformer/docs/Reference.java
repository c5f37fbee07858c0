package org.drsformer.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.cli.OptionReference;
import org.drsformer.macro.FunctionReference;

/**
 * The page that lists every command, option, macro key and function. {@code mvn -q test-compile
 * exec:exec@reference} writes it anew.
 */
final class Reference {

	static final Path FILE = Path.of("docs/reference.md");

	private Reference() {
		// static functions only
	}

	public static void main(final String[] args) throws IOException {
		Files.writeString(FILE, text());
	}

	/** Returns the page. */
	static String text() {
		return "# Reference\n\nThis page lists every command, option, macro key and macro function." +
			" `mvn -q test-compile exec:exec@reference` writes it.\n\n## Command line\n\n" +
			"`java -cp 'target/app/*' org.drsformer.cli.Main` and one of these; each has `--help`.\n\n" +
			OptionReference.markdown() + "\n## Commands in Fiji, and their macro keys\n\n" +
			"In `Plugins > DRSformer`; from a macro as `run(\"Derain Image...\", \"model=compact\")`.\n\n" +
			new FijiReference().markdown() +
			"\n## Macro functions\n\nAfter `Ext.install(\"org.drsformer.macro.DrsformerFunctions\")` or" +
			" `run(\"DRSformer Macro Functions\")`. Arguments in brackets may be left out.\n\n" +
			FunctionReference.markdown();
	}
}
