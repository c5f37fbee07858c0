package org.drsformer.macro;

import static org.drsformer.macro.MacroFunction.Argument.number;
import static org.drsformer.macro.MacroFunction.Argument.text;

import java.io.File;
import java.util.List;

import org.drsformer.Software;
import org.drsformer.metric.Score;
import org.drsformer.model.ModelLibrary;

/** Every function, with its arguments and what it does: what macros get, and what the documentation shows. */
final class FunctionTable {

	private final List<MacroFunction> functions;

	FunctionTable(final MacroSession session) {
		functions = List.of( //
			new MacroFunction("derain", List.of(), "title of the result", "Removes the rain from the active image, all of" +
				" its slices, frames and channels; the result is the active image then.", arguments -> session.derain()),
			new MacroFunction("derainFolder", List.of(text("input"), text("output")), "number of images", "Removes the rain" +
				" from the images of a folder and writes them into another, which is made if it is not there.",
				arguments -> session.derainFolder((String) arguments[0], (String) arguments[1])), //
			new MacroFunction("psnr", List.of(text("result"), text("target"), number("value")), "", "Sets the variable" +
				" `value` to the PSNR, in dB, of two open images, each given by its title or id.",
				arguments -> session.score(arguments, Score::psnr)), //
			new MacroFunction("ssim", List.of(text("result"), text("target"), number("value")), "", "Sets the variable" +
				" `value` to the SSIM of two open images, each given by its title or id.",
				arguments -> session.score(arguments, Score::ssim)), //
			new MacroFunction("evaluateFolder", List.of(text("results"), text("targets")), "number of scores", "Adds a row" +
				" for each image of a folder to the Results table; folders in it are methods. Images with the same names" +
				" are compared.", arguments -> session.evaluateFolder((String) arguments[0], (String) arguments[1])), //
			new MacroFunction("plotScores", List.of(text("metric")), "title of the plot", "Plots the scores of the last" +
				" `evaluateFolder`; metric is psnr or ssim.", arguments -> session.plotScores((String) arguments[0])), //
			new MacroFunction("models", List.of(), "names, one a line", "Lists the models that can be chosen.",
				arguments -> String.join("\n", ModelLibrary.ofUser().names())), //
			new MacroFunction("useModel", List.of(text("model")), "", "Chooses the model for what follows: its name, or the" +
				" path of a .pth file; at first compact.", arguments -> {
					session.settings().useModel((String) arguments[0]);
					return null;
				}), //
			new MacroFunction("set", List.of(text("name"), text("value")), "", "Sets for what follows: device (auto, cpu," +
				" gpu, gpu:1), range (auto, or black and white such as 0..4095), or protocol (of the scores, at first" +
				" rain200-spa).", arguments -> {
					session.settings().set((String) arguments[0], (String) arguments[1]);
					return null;
				}), //
			new MacroFunction("samples", List.of(), "path of a folder", "Writes small photographs into new folders for" +
				" temporary files, to try macros with: `rainy` and `clean`.",
				arguments -> Samples.write() + File.separator), //
			new MacroFunction("version", List.of(), "version", "Tells the version of DRSformer for Fiji.",
				arguments -> Software.version()), //
			new MacroFunction("lastError", List.of(), "sentence", "Tells why the last macro was aborted by one of these" +
				" functions; empty if none was.", arguments -> MacroError.last()));
	}

	List<MacroFunction> functions() {
		return functions;
	}

	/** The table in Markdown, for the documentation. */
	String markdown() {
		final StringBuilder table = new StringBuilder("| function | returns | what it does |\n|---|---|---|\n");
		for (final MacroFunction function : functions)
			table.append("| `").append(function.signature()).append("` | ").append(function.returns()).append(" | ").append(
				function.does()).append(" |\n");
		return table.toString();
	}
}
