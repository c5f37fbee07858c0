package org.drsformer.cli.models;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import org.drsformer.cli.console.OrderlyEnd;
import org.drsformer.model.ModelLibrary;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds a checkpoint to the user's models. */
@Command(name = "import",
	description = { "Copies a checkpoint into the folder of your models, so that --model finds it by name.",
		"Its SHA-256 is recorded; if the file changes later, it is refused." })
final class ImportModelCommand implements Callable<Integer> {

	@Parameters(paramLabel = "FILE", description = "A .pth or .safetensors checkpoint of a DRSformer or Restormer.")
	private Path file;

	@Option(names = "--as", defaultValue = "", paramLabel = "NAME",
		description = {
			"The name of the model: one word of small letters, digits, -, _ and . (the file's own name if not given).",
			"rain200l, rain200h, did, ddn, spa and the names with restormer- that models lists are the authors'" +
				" checkpoints: the file must have their variant and size." })
	private String name;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		// copying takes little time, so the program waits until the model is complete
		OrderlyEnd.await(() -> {});
		ModelsCommand.describe(ModelLibrary.ofUser().importFile(file, name), spec.commandLine().getOut());
		return 0;
	}
}
