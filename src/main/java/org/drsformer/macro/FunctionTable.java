package org.drsformer.macro;

import static org.drsformer.macro.MacroFunction.Argument.number;
import static org.drsformer.macro.MacroFunction.Argument.optionalNumber;
import static org.drsformer.macro.MacroFunction.Argument.text;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import org.drsformer.Software;
import org.drsformer.macro.MacroFunction.Argument;
import org.drsformer.metric.Score;
import org.drsformer.model.ModelLibrary;

/** Every function, with its arguments and what it does: what macros get, and what the documentation shows. */
final class FunctionTable {

	private final MacroSession session;
	private final List<MacroFunction> functions = new ArrayList<>();

	FunctionTable(final MacroSession session) {
		this.session = session;
		addDeraining();
		addScores();
		addSettings();
		addTheRest();
	}

	private void addDeraining() {
		action("derain", List.of(),
			"Removes the rain from the active image, all of its slices, frames and channels; the" +
				" result is the active image then.",
			arguments -> session.derain());
		action("derainFolder", List.of(text("input"), text("output"), optionalNumber("count")),
			"Removes the rain from the" +
				" images of a folder and writes them into another, which is made if it is not there. Sets the" +
				" variable `count`" + " to how many were written.",
			arguments -> set(arguments[2], session.derainFolder((String) arguments[0], (String) arguments[1])));
	}

	private void addScores() {
		final List<Argument> pair = List.of(text("result"), text("target"), number("value"));
		action("psnr", pair,
			"Sets the variable `value` to the PSNR, in dB, of two open images, each given by its title or" + " id.",
			arguments -> set(arguments[2], session.score((String) arguments[0], (String) arguments[1], Score::psnr)));
		action("ssim", pair, "Sets the variable `value` to the SSIM of two open images, each given by its title or id.",
			arguments -> set(arguments[2], session.score((String) arguments[0], (String) arguments[1], Score::ssim)));
		action("evaluateFolder", List.of(text("results"), text("targets"), optionalNumber("count")),
			"Compares the images of" +
				" a folder, or of a folder for each method in it, with the clean ones of the same names, and adds a" +
				" row for each" + " to the Results table. Sets the variable `count` to how many were scored.",
			arguments -> set(arguments[2], session.evaluateFolder((String) arguments[0], (String) arguments[1])));
		action("plotScores", List.of(text("metric")),
			"Plots the scores of the last `evaluateFolder`; metric is psnr or" +
				" ssim. The plot is the active image then.",
			arguments -> session.plotScores((String) arguments[0]));
	}

	private void addSettings() {
		function("models", List.of(), "names, one a line", "Lists the models that can be chosen.",
			arguments -> String.join("\n", ModelLibrary.ofUser().names()));
		action("useModel", List.of(text("model")),
			"Chooses the model for what follows: its name, or the path of a .pth" +
				" or .safetensors file; at first compact.",
			arguments -> session.settings().useModel((String) arguments[0]));
		action("set", List.of(text("name"), text("value")),
			"Sets for what follows: device (auto, cpu, gpu, gpu:1), range" +
				" (auto, or black and white such as 0..4095), or protocol (of the scores, at first rain200-spa).",
			arguments -> session.settings().set((String) arguments[0], (String) arguments[1]));
	}

	private void addTheRest() {
		function("samples", List.of(), "path of a folder",
			"Writes small photographs into new folders for temporary files," +
				" to try macros with: `rainy` and `clean`.",
			arguments -> Samples.write() + File.separator);
		function("version", List.of(), "version", "Tells the version of DRSformer for Fiji.",
			arguments -> Software.version());
		function("lastError", List.of(), "sentence",
			"Tells why the last macro was aborted by one of these functions or" + " commands; empty if none was.",
			arguments -> MacroError.last());
	}

	/** A function that returns nothing. */
	private void action(final String name, final List<Argument> arguments, final String does, final Action action) {
		function(name, arguments, "", does, values -> {
			action.call(values);
			return null;
		});
	}

	/** What such a function does with its arguments. */
	@FunctionalInterface
	private interface Action {

		void call(Object[] arguments);
	}

	private void function(final String name, final List<Argument> arguments, final String returns, final String does,
		final MacroFunction.Body body)
	{
		functions.add(new MacroFunction(name, arguments, returns, does, body));
	}

	private static void set(final Object variable, final double value) {
		if (variable instanceof final Double[] number)
			number[0] = value;
	}

	List<MacroFunction> functions() {
		return functions;
	}

	/** The table in Markdown, for the documentation. */
	String markdown() {
		final StringBuilder table = new StringBuilder("| function | returns | what it does |\n|---|---|---|\n");
		for (final MacroFunction function : functions)
			table.append("| `")
				.append(function.signature())
				.append("` | ")
				.append(function.returns())
				.append(" | ")
				.append(function.does())
				.append(" |\n");
		return table.toString();
	}
}
