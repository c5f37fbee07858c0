package org.drsformer.cli.models;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.drsformer.DrsformerException;
import org.drsformer.OneLine;
import org.drsformer.cli.console.ExitCode;
import org.drsformer.cli.option.NetworkOptions;
import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;
import org.drsformer.model.PublishedModel;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the installed models, or describes one. */
@Command(name = "models",
	description = { "Lists the models that --model accepts, and those that the authors publish.",
		"Add a checkpoint by: models import FILE --as NAME" },
	subcommands = { ImportModelCommand.class, VerifyModelsCommand.class, RemoveModelCommand.class })
public final class ModelsCommand implements Callable<Integer> {

	@Parameters(arity = "0..1", paramLabel = "MODEL",
		description = "Name or path of a model to describe in more detail, with its card if it has one.")
	private String model;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		final PrintWriter out = spec.commandLine().getOut();
		final ModelLibrary library = ModelLibrary.ofUser();
		return model == null ? list(library, out) : describeInDetail(library, out);
	}

	private int list(final ModelLibrary library, final PrintWriter out) {
		int failures = 0;
		for (final String name : library.names())
			failures += tryDescribe(library, name, out) ? 0 : 1;
		out.printf(Locale.ROOT, "%nThe folder of your models is %s.%n%n", library.folder());
		PublishedText.list(library, out);
		return failures == 0 ? 0 : ExitCode.FAILED;
	}

	private int describeInDetail(final ModelLibrary library, final PrintWriter out) {
		NetworkOptions.given("MODEL", model);
		final Optional<PublishedModel> published = PublishedModel.byName(model);
		if (published.isEmpty() || library.names().contains(model)) {
			final Model found = library.find(model);
			describe(found, out);
			found.card().ifPresent(card -> out.printf(Locale.ROOT, "%n%s", card));
		}
		published.ifPresent(one -> PublishedText.describe(one, out));
		return 0;
	}

	/** Describes a model and returns whether that succeeded: a damaged file does not hide the other models. */
	private boolean tryDescribe(final ModelLibrary library, final String name, final PrintWriter out) {
		try {
			describe(library.list(name), out);
			return true;
		}
		catch (final DrsformerException exc) {
			spec.commandLine().getErr().println(OneLine.of(exc.getMessage()));
			return false;
		}
	}

	static void describe(final Model model, final PrintWriter out) {
		out.printf(Locale.ROOT, "%s (%s)%n  %s%n  %,d parameters%n  SHA-256 %s%n", OneLine.of(model.name()),
			OneLine.of(model.location()), model.configuration().describe(), model.parameterCount(), model.sha256());
	}
}
