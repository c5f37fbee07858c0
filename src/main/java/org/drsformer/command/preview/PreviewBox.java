package org.drsformer.command.preview;

import java.awt.BorderLayout;
import java.awt.event.HierarchyEvent;

import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingConstants;

/**
 * A check box for a dialog that switches the preview of its command on, with a sentence beside it that says how far the
 * preview is, or why there is none. The window of the image stays usable while the dialog is open. When the dialog
 * closes, in whatever way, the preview ends.
 */
public final class PreviewBox extends JPanel {

	private static final long serialVersionUID = 1;
	private static final int LINES = 2;
	private static final int COLUMNS = 24;
	private static final int GAP = 8;
	private static final String TIP = "Derains what is visible of the image, and shows it there while this dialog is" +
		" open; the image is not changed";

	private final JCheckBox check = new JCheckBox("Preview");
	private final JTextArea status = new JTextArea(LINES, COLUMNS);
	private final transient DerainPreview preview;

	/** Makes a check box that is off. */
	public PreviewBox(final Previewed command) {
		super(new BorderLayout());
		preview = new DerainPreview(command, this::say);
		check.setToolTipText(TIP);
		check.addItemListener(event -> switchPreview());
		check.setVerticalAlignment(SwingConstants.TOP);
		status.setBorder(BorderFactory.createEmptyBorder(check.getInsets().top, GAP, 0, 0));
		status.setEditable(false);
		status.setFocusable(false);
		status.setOpaque(false);
		status.setLineWrap(true);
		status.setWrapStyleWord(true);
		add(check, BorderLayout.WEST);
		add(status);
		addHierarchyListener(this::openedOrClosed);
	}

	/** A dialog becomes displayable before it is shown and blocks other windows, and ceases to be when it closes. */
	private void openedOrClosed(final HierarchyEvent event) {
		if ((event.getChangeFlags() & HierarchyEvent.DISPLAYABILITY_CHANGED) == 0)
			return;
		if (isDisplayable())
			preview.open();
		else
			preview.close();
	}

	private void switchPreview() {
		if (check.isSelected())
			preview.start();
		else
			preview.stop();
	}

	private void say(final String sentence) {
		status.setText(sentence);
		status.setToolTipText(sentence.isEmpty() ? null : sentence);
	}
}
