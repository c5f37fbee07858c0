package org.drsformer.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import org.drsformer.DrsformerException;
import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the models at hand, or tells about one. */
@Command(name = "models", description = { "Lists the models that --model takes, with configuration and SHA-256.",
	"Your own go as .pth files into the folder that the list names." })
final class ModelsCommand implements Callable<Integer> {

	@Parameters(arity = "0..1", paramLabel = "MODEL",
		description = "Name or path of one model to tell more about, with its card where it has one.")
	private String model;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		final PrintWriter out = spec.commandLine().getOut();
		final ModelLibrary library = ModelLibrary.ofUser();
		if (model != null) {
			final Model found = library.find(model);
			describe(found, out);
			found.card().ifPresent(card -> out.printf("%n%s", card));
			return 0;
		}
		int failures = 0;
		for (final String name : library.names())
			failures += tryDescribe(library, name, out) ? 0 : 1;
		out.printf("%nThe folder of your models is %s.%n", library.folder());
		return failures == 0 ? 0 : Main.FAILED;
	}

	/** A damaged file does not hide the other models. */
	private boolean tryDescribe(final ModelLibrary library, final String name, final PrintWriter out) {
		try {
			describe(library.find(name), out);
			return true;
		}
		catch (final DrsformerException exc) {
			spec.commandLine().getErr().println(exc.getMessage());
			return false;
		}
	}

	private static void describe(final Model model, final PrintWriter out) {
		out.printf("%s (%s)%n  %s%n  %,d parameters%n  SHA-256 %s%n", model.name(), model.location(), model.configuration()
			.describe(), model.parameterCount(), model.sha256());
	}
}
