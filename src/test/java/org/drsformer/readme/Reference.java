package org.drsformer.readme;

import java.io.IOException;
import java.nio.file.Files;

import org.drsformer.cli.OptionReference;
import org.drsformer.macro.FunctionReference;

/**
 * The part of the README that lists every command, option, macro key and function. {@code mvn -q test-compile
 * exec:exec@reference} writes it anew, between its marks or, without them, at the end.
 */
final class Reference {

	private static final String START = "<!-- reference: written by mvn -q test-compile exec:exec@reference -->\n";
	private static final String END = "<!-- end of reference -->\n";

	private Reference() {
		// static functions only
	}

	public static void main(final String[] args) throws IOException {
		final String readme = Readme.ofProject().text();
		final int start = readme.indexOf(START);
		if (start < 0)
			Files.writeString(Readme.FILE, readme + "\n" + START + text() + END);
		else
			Files.writeString(Readme.FILE,
				readme.substring(0, start + START.length()) + text() + readme.substring(readme.indexOf(END, start)));
	}

	private static String text() {
		return "## Reference\n\n### Command line\n\n`java -cp 'target/app/*' org.drsformer.cli.Main` and one of" +
			" these; each has" + " `--help`.\n\n" + OptionReference.markdown() +
			"\n### Commands in Fiji, and their macro keys\n\n" + //
			"In `Plugins > DRSformer`; from a macro as `run(\"Derain Image...\", \"model=compact\")`.\n\n" +
			new FijiReference().markdown() +
			"\n### Macro functions\n\nAfter `Ext.install(\"org.drsformer.macro.DrsformerFunctions\")` or" +
			" `run(\"DRSformer Macro Functions\")`:\n\n" + FunctionReference.markdown();
	}
}
