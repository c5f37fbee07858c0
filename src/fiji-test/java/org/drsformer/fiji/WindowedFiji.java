package org.drsformer.fiji;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Label;
import java.awt.TextComponent;
import java.awt.Toolkit;
import java.awt.event.WindowEvent;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.util.Arrays;

import javax.swing.JLabel;
import javax.swing.Timer;
import javax.swing.text.JTextComponent;

import ij.IJ;
import ij.WindowManager;
import ij.gui.MultiLineLabel;
import net.imagej.Dataset;
import net.imagej.ImageJ;

/**
 * A program for {@link WindowsInFiji}: ImageJ2 with its windows runs wrong and right macros, and prints what dialogs
 * say.
 */
final class WindowedFiji {

	private WindowedFiji() {}

	public static void main(final String[] none) throws Exception {
		// first of all, so that nothing of ImageJ is loaded before
		final ImageJ imagej = new ImageJ();
		imagej.launch();
		Part.run(imagej);
		System.exit(0);
	}

	/** What needs classes of ImageJ. */
	private static final class Part {

		static void run(final ImageJ imagej) throws IOException {
			Toolkit.getDefaultToolkit().addAWTEventListener(Part::onWindow, AWTEvent.WINDOW_EVENT_MASK);
			final String image = "newImage('street.png', 'RGB random', 24, 16, 1);\n";
			macro("option", image + "run('Derain Image...', 'tile=64'); return 'went on';");
			macro("choice", image + "run('Derain Image...', 'planes=some'); return 'went on';");
			macro("image", "run('Derain Image...', 'model=compact'); return 'went on';");
			macro("title", image + "run('Compare Images...', 'result=street.png target=none.png'); return 'went on';");
			macro("model", image + "run('Derain Image...', 'model=none.pth'); return 'went on';");
			macro("function", image + "run('DRSformer Macro Functions'); Ext.useModel('none.pth'); return 'went on';");
			for (final File file : sorted(new File("macros")))
				macro(file.getName(), Files.readString(file.toPath()) + "\nreturn 'end';");
			print("datasets", imagej.object().getObjects(Dataset.class).size());
		}

		private static File[] sorted(final File folder) {
			final File[] macros = folder.listFiles((parent, name) -> name.endsWith(".ijm"));
			Arrays.sort(macros);
			return macros;
		}

		private static void macro(final String name, final String text) {
			print(name, IJ.runMacro(text));
			for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList()) {
				WindowManager.getImage(id).changes = false;
				WindowManager.getImage(id).close();
			}
		}

		/** Prints what a dialog says and closes it, since there is no user. */
		private static void onWindow(final AWTEvent event) {
			if (event.getID() != WindowEvent.WINDOW_OPENED || !(event.getSource() instanceof final Dialog dialog))
				return;
			print("dialog", dialog.getTitle() + ": " + text(dialog));
			closeLater(dialog);
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
			if (component instanceof final MultiLineLabel label)
				return lines(label) + " ";
			if (component instanceof final JLabel label)
				return label.getText() + " ";
			if (component instanceof final TextComponent area)
				return area.getText() + " ";
			if (component instanceof final JTextComponent area)
				return area.getText() + " ";
			final StringBuilder text = new StringBuilder();
			if (component instanceof final Container container)
				for (final Component child : container.getComponents())
					text.append(text(child));
			return text.toString();
		}

		/** ImageJ does not tell them otherwise. */
		private static String lines(final MultiLineLabel label) {
			try {
				final Field lines = MultiLineLabel.class.getDeclaredField("lines");
				lines.setAccessible(true);
				return String.join(" ", (String[]) lines.get(label));
			}
			catch (final ReflectiveOperationException changed) {
				throw new AssertionError(changed);
			}
		}

		private static void print(final String what, final Object value) {
			System.out.println((what + "\t" + value).replace('\n', ' '));
		}
	}
}
