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
import org.drsformer.metric.noreference.NoReference;
import org.drsformer.model.ModelLibrary;

/** All functions with their arguments and their descriptions, for macros and for the documentation. */
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
			"Removes the rain from the active image, from all of its planes; the result becomes the active image.",
			arguments -> session.derain());
		action("derainFolder", List.of(text("input"), text("output"), optionalNumber("count")),
			"Removes the rain from the images of a folder and writes them into another folder, which is made if" +
				" missing. Sets the variable `count` to the number of images that were written.",
			arguments -> set(arguments[2], session.derainFolder((String) arguments[0], (String) arguments[1])));
	}

	private void addScores() {
		final List<Argument> pair = List.of(text("result"), text("target"), number("value"));
		action("psnr", pair,
			"Sets the variable `value` to the PSNR, in dB, of two open images, each given by its title or id.",
			arguments -> set(arguments[2], session.score((String) arguments[0], (String) arguments[1], Score::psnr)));
		action("ssim", pair, "Sets the variable `value` to the SSIM of two open images, each given by its title or id.",
			arguments -> set(arguments[2], session.score((String) arguments[0], (String) arguments[1], Score::ssim)));
		addScore(NoReference.niqe());
		addScore(NoReference.brisque());
		action("evaluateFolder", List.of(text("results"), text("targets"), optionalNumber("count")),
			"Compares the images of a folder, or of a subfolder for each method, with the clean images of the same" +
				" names, and adds a row for each to the Results table; `targets` is empty if the protocol is niqe or" +
				" brisque. Sets the variable `count` to the number of images that were scored.",
			arguments -> set(arguments[2], session.evaluateFolder((String) arguments[0], (String) arguments[1])));
		action("plotScores", List.of(text("metric")),
			"Plots the scores of the last `evaluateFolder`; metric is psnr, ssim, niqe or brisque. The plot becomes" +
				" the active image.",
			arguments -> session.plotScores((String) arguments[0]));
	}

	private void addScore(final NoReference protocol) {
		action(protocol.name(), List.of(text("image"), number("value")),
			"Sets the variable `value` to the " + protocol.title() +
				" of an open image, given by its title or id: no target is needed, and lower is better. 16-bit" +
				" values are scaled to 0..255.",
			arguments -> set(arguments[1], session.score((String) arguments[0], protocol)));
	}

	private void addSettings() {
		function("models", List.of(), "names, one a line", "Lists the installed models.",
			arguments -> String.join("\n", ModelLibrary.ofUser().names()));
		action("useModel", List.of(text("model")),
			"Chooses the model for the calls that follow: its name, or the path of a .pth or .safetensors file;" +
				" initially compact.",
			arguments -> session.settings().useModel((String) arguments[0]));
		action("set", List.of(text("name"), text("value")),
			"Sets a value for the calls that follow: device (auto, cpu, gpu, gpu:1), range (auto, or black and" +
				" white such as 0..4095), protocol (of the scores, initially rain200-spa), recursive (true: folders" +
				" are derained and evaluated with the folders below, each of which is a data set), or crop (of" +
				" `evaluateFolder`: common, or the number of pixels to leave out at each border).",
			arguments -> session.settings().set((String) arguments[0], (String) arguments[1]));
	}

	private void addTheRest() {
		function("samples", List.of(), "path of a folder",
			"Writes small photographs to try macros with into a new temporary folder, in its subfolders `rainy`" +
				" and `clean`.",
			arguments -> Samples.write() + File.separator);
		function("version", List.of(), "version", "Returns the version of DRSformer for Fiji.",
			arguments -> Software.version());
		function("lastError", List.of(), "sentence",
			"Returns why one of these functions or commands aborted the last macro; empty if none did.",
			arguments -> MacroError.last());
	}

	/** Adds a function that returns nothing. */
	private void action(final String name, final List<Argument> arguments, final String does, final Action action) {
		function(name, arguments, "", does, values -> {
			action.call(values);
			return null;
		});
	}

	/** The work of such a function. */
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

	/** Returns the table in Markdown, for the documentation. */
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
