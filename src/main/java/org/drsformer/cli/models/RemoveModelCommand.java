package org.drsformer.cli.models;

import java.util.List;
import java.util.concurrent.Callable;

import org.drsformer.model.ModelLibrary;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes models from the user's folder. */
@Command(name = "remove", description = "Deletes models from the folder of your models, with their cards.")
final class RemoveModelCommand implements Callable<Integer> {

	@Parameters(arity = "1..*", paramLabel = "NAME", description = "Names of the models.")
	private List<String> names;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		final ModelLibrary library = ModelLibrary.ofUser();
		names.forEach(name -> {
			library.remove(name);
			spec.commandLine().getOut().println("The model " + name + " has been removed.");
		});
		return 0;
	}
}
