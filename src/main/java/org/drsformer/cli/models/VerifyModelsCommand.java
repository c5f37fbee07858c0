package org.drsformer.cli.models;

import java.util.List;
import java.util.concurrent.Callable;

import org.drsformer.OneLine;
import org.drsformer.cli.console.ExitCode;
import org.drsformer.model.ModelCheck;
import org.drsformer.model.ModelLibrary;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Computes the SHA-256 of models again. */
@Command(name = "verify",
	description = { "Computes the SHA-256 of models again and compares it with the one recorded at their import.",
		"The exit code is 1 if a model has changed." })
final class VerifyModelsCommand implements Callable<Integer> {

	@Parameters(arity = "0..*", paramLabel = "NAME", description = "Names of the models; all models if none is given.")
	private List<String> names = List.of();

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		final ModelLibrary library = ModelLibrary.ofUser();
		final List<ModelCheck> checks = (names.isEmpty() ? library.names() : names).stream()
			.map(library::verify)
			.toList();
		checks.forEach(check -> spec.commandLine().getOut().println(OneLine.of(check.sentence())));
		return checks.stream().anyMatch(ModelCheck::changed) ? ExitCode.FAILED : 0;
	}
}
