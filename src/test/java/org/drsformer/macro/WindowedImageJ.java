package org.drsformer.macro;

import java.awt.Dialog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.swing.JDialog;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;
import ij.text.TextWindow;

/**
 * A program for {@link MacroWindowsTest}: an ImageJ with its windows runs macros, with and without batch mode, and
 * prints a line with the outcome of each. It knows DRSformer only as a plugin.
 */
final class WindowedImageJ {

	private static volatile boolean acceptDialogs;

	private WindowedImageJ() {}

	/** @param arguments the folder of the macros */
	public static void main(final String[] arguments) throws Exception {
		ClosedDialogs.listen(WindowedImageJ::accepts);
		new ImageJ();
		final List<Path> macros;
		try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
			macros = files.filter(file -> file.toString().endsWith(".ijm")).sorted().toList();
		}
		for (final String mode : new String[] { "window", "batch" })
			for (final Path macro : macros)
				run(macro, mode);
		record();
		System.exit(0);
	}

	private static void run(final Path macro, final String mode) throws IOException {
		final String start = mode.equals("batch") ? "setBatchMode(true);\n" : "";
		print(mode, macro.getFileName(),
			IJ.runMacro(start + Files.readString(macro) + "\nreturn 'end with ' + nImages;"));
		if (WindowManager.getWindow("Exception") instanceof final TextWindow trace) {
			print("dialog", trace.getTextPanel().getText());
			trace.close();
		}
		OpenedImages.closeAll();
		IJ.runMacro("run('Clear Results');");
	}

	/** Runs the command as users do, and then the macro that was recorded. */
	private static void record() {
		IJ.runMacro("run('DRSformer Macro Functions'); open(Ext.samples() + 'rainy/cat.png');");
		final Recorder recorder = new Recorder();
		acceptDialogs = true;
		IJ.doCommand("Derain Image...");
		waitForResult();
		acceptDialogs = false;
		final String line = recorder.getText()
			.lines()
			.filter(text -> text.startsWith("run("))
			.findFirst()
			.orElse("nothing");
		recorder.close();
		print("recorded", line);
		final ImagePlus result = WindowManager.getImage("cat-derained.png");
		// else ImageJ asks whether to save it
		result.changes = false;
		result.close();
		// the user's last dialog may have asked for the rain layer, which is another image
		IJ.selectWindow("cat.png");
		IJ.runMacro(line);
		print("replayed", WindowManager.getImage("cat-derained.png"));
	}

	private static void waitForResult() {
		for (int tenths = 0; tenths < 600 && WindowManager.getImage("cat-derained.png") == null; tenths++)
			IJ.wait(100);
		// the command ends after it has shown its result, and only then the recorder writes its line
		IJ.wait(500);
	}

	/** Presses the default button as the user does, if that is what is asked for now. */
	private static boolean accepts(final Dialog dialog) {
		if (!acceptDialogs || !(dialog instanceof final JDialog own))
			return false;
		own.getRootPane().getDefaultButton().doClick();
		return true;
	}

	private static void print(final String what, final Object... values) {
		final StringBuilder line = new StringBuilder(what);
		for (final Object value : values)
			line.append('\t').append(value instanceof final ImagePlus image ? image.getTitle() : value);
		System.out.println(line.toString().replace('\n', ' '));
	}
}
