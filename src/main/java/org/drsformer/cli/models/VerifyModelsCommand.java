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

/** Hashes models again. */
@Command(name = "verify",
	description = { "Computes the SHA-256 of models again and compares it with that of their import.",
		"Exit code 1 if one has changed." })
final class VerifyModelsCommand implements Callable<Integer> {

	@Parameters(arity = "0..*", paramLabel = "NAME", description = "Names of models; all of them if none is given.")
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
