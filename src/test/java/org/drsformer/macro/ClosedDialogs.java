package org.drsformer.macro;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Label;
import java.awt.TextComponent;
import java.awt.Toolkit;
import java.awt.event.WindowEvent;
import java.lang.reflect.Field;
import java.util.function.Predicate;

import javax.swing.JLabel;
import javax.swing.Timer;
import javax.swing.text.JTextComponent;

import ij.gui.MultiLineLabel;

/** Dialogs of a program that nobody sits at: each is printed on a line and closes, since it would wait forever. */
public final class ClosedDialogs {

	private ClosedDialogs() {
		// static functions only
	}

	/** @param answered answers a dialog and returns whether it has done so; the others are printed and close */
	public static void listen(final Predicate<Dialog> answered) {
		Toolkit.getDefaultToolkit().addAWTEventListener(event -> {
			if (event.getID() == WindowEvent.WINDOW_OPENED && event.getSource() instanceof final Dialog dialog
				&& !answered.test(dialog)) {
				System.out.println(("dialog\t" + dialog.getTitle() + ": " + text(dialog)).replace('\n', ' '));
				closeLater(dialog);
			}
		}, AWTEvent.WINDOW_EVENT_MASK);
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
		if (component instanceof final JLabel label)
			return label.getText() + " ";
		if (component instanceof final TextComponent area)
			return area.getText() + " ";
		if (component instanceof final JTextComponent area)
			return area.getText() + " ";
		if (component instanceof final MultiLineLabel label)
			return lines(label) + " ";
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
}
