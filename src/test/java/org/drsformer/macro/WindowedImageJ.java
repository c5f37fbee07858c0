package org.drsformer.macro;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Label;
import java.awt.TextComponent;
import java.awt.Toolkit;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.swing.JDialog;
import javax.swing.Timer;

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
		Toolkit.getDefaultToolkit().addAWTEventListener(WindowedImageJ::onWindow, AWTEvent.WINDOW_EVENT_MASK);
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

	/** Prints the text of dialogs and closes them, since there is no user. */
	private static void onWindow(final AWTEvent event) {
		if (event.getID() != WindowEvent.WINDOW_OPENED || !(event.getSource() instanceof final Dialog dialog))
			return;
		if (acceptDialogs && dialog instanceof final JDialog own)
			own.getRootPane().getDefaultButton().doClick();
		else {
			print("dialog", dialog.getTitle() + ": " + text(dialog));
			closeLater(dialog);
		}
	}

	/** A dialog that closes while it opens on another thread may wait forever. */
	private static void closeLater(final Dialog dialog) {
		final Timer timer = new Timer(300, event -> dialog.dispose());
		timer.setRepeats(false);
		timer.start();
	}

	private static String text(final Component component) {
		if (component instanceof final Label label)
			return label.getText() + " ";
		if (component instanceof final TextComponent area)
			return area.getText() + " ";
		final StringBuilder text = new StringBuilder();
		if (component instanceof final Container container)
			for (final Component child : container.getComponents())
				text.append(text(child));
		return text.toString();
	}

	private static void print(final String what, final Object... values) {
		final StringBuilder line = new StringBuilder(what);
		for (final Object value : values)
			line.append('\t').append(value instanceof final ImagePlus image ? image.getTitle() : value);
		System.out.println(line.toString().replace('\n', ' '));
	}
}
