package org.drsformer.command.dialog.frame;

import java.awt.BorderLayout;
import java.awt.event.KeyEvent;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;

/** What our dialogs have in common: a panel, and below it the buttons for help, OK and Cancel. Escape cancels. */
public final class DialogFrame {

	private static final int GAP = 10;

	private final JDialog window;
	private final Box buttons = new Box(BoxLayout.X_AXIS);

	public DialogFrame(final JDialog window) {
		this.window = window;
	}

	/**
	 * Fills the window.
	 *
	 * @param help shows the help
	 * @param ok the button for Enter
	 * @param others stand beside the help button
	 */
	public void add(final JComponent content, final Runnable help, final JButton ok, final JButton... others) {
		final JButton helping = new JButton("Help");
		helping.addActionListener(event -> help.run());
		final JButton cancel = new JButton("Cancel");
		cancel.addActionListener(event -> window.dispose());
		buttons.add(helping);
		for (final JButton other : others)
			add(other);
		buttons.add(Box.createHorizontalGlue());
		add(ok);
		add(cancel);
		window.getRootPane().setDefaultButton(ok);
		window.getRootPane()
			.registerKeyboardAction(event -> window.dispose(), KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
				JComponent.WHEN_IN_FOCUSED_WINDOW);
		window.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
		window.setContentPane(arranged(content));
	}

	private void add(final JButton button) {
		buttons.add(Box.createHorizontalStrut(GAP));
		buttons.add(button);
	}

	private JPanel arranged(final JComponent content) {
		final JScrollPane scrolled = new JScrollPane(content);
		scrolled.setBorder(null);
		scrolled.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
		final JPanel all = new JPanel(new BorderLayout(GAP, GAP));
		all.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		all.add(scrolled);
		all.add(buttons, BorderLayout.SOUTH);
		return all;
	}
}
