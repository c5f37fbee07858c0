package org.drsformer.command.dialog.field;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.io.File;
import java.util.List;
import java.util.Optional;

import javax.swing.DefaultComboBoxModel;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

import org.drsformer.command.dialog.frame.Html;
import org.drsformer.command.dialog.frame.FileChoice;
import org.drsformer.command.dialog.importing.ImportDialog;
import org.drsformer.command.dialog.importing.ModelBox;
import org.drsformer.command.dialog.importing.ModelLines;
import org.drsformer.model.ModelLibrary;
import org.scijava.module.ModuleItem;

/**
 * A model to use: one of a list with a line about each, or a checkpoint file. Published models that are not installed
 * are imported from here.
 */
class ModelField extends Field {

	private static final int WIDTH = 430;
	private static final int GAP = 4;

	final ModelBox box = new ModelBox();
	private final JLabel about = new JLabel(" ");
	private final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, 0));
	final JPanel rows = new JPanel(new BorderLayout(GAP, 2));
	private ModelLines lines;

	ModelField(final ModuleItem<?> item) {
		super(item);
		box.setPreferredSize(new Dimension(WIDTH, box.getPreferredSize().height));
		rows.add(box);
		rows.add(about, BorderLayout.SOUTH);
		rows.add(buttons, BorderLayout.EAST);
		addButtons();
		list();
		box.addActionListener(event -> {
			tell();
			changed();
		});
	}

	void addButtons() {
		addButton("Browse...", () -> FileChoice.ofCheckpoint(rows, isFile() ? text() : "").ifPresent(this::use));
		addButton("Import...", () -> importFile(null));
	}

	final void addButton(final String label, final Runnable action) {
		final JButton button = new JButton(label);
		button.addActionListener(event -> action.run());
		buttons.add(button);
	}

	/** Fills the list with the models that are there now. */
	private void list() {
		final List<?> choices = item().getChoices();
		lines = new ModelLines(ModelLibrary.ofUser().summaries(), choices == null ? List.of() : choices);
		box.setRenderer(lines);
		box.setModel(new DefaultComboBoxModel<>(lines.names()));
		tell();
	}

	/** Shows the line about the model that is chosen. */
	final void tell() {
		final String line = isFile() ? "a checkpoint file, which need not be imported" : lines.about(text());
		about.setText(line.isEmpty() ? " " : "<html><small>" + Html.escape(line));
	}

	private boolean isFile() {
		return !lines.contains(text()) && new File(text()).getParent() != null;
	}

	private void use(final File file) {
		show(file.getPath());
		changed();
	}

	/**
	 * Imports a file, as the model that is chosen if it is missing.
	 *
	 * @param file the file to propose; null for the newest download
	 */
	private boolean importFile(final File file) {
		final Optional<String> imported = ImportDialog.ask(rows, lines.isMissing(text()) ? text() : "", file);
		imported.ifPresent(name -> {
			list();
			show(name);
			changed();
		});
		return imported.isPresent();
	}

	@Override
	boolean complete() {
		return !lines.isMissing(text()) || importFile(null);
	}

	@Override
	boolean accept(final File dropped) {
		importFile(dropped);
		return true;
	}

	@Override
	JComponent component() {
		return rows;
	}

	/** A model may have been removed since it was chosen. */
	@Override
	boolean offers(final String text) {
		return lines.contains(text) && !lines.isMissing(text) || new File(text).isFile();
	}

	@Override
	String text() {
		return String.valueOf(box.getSelectedItem());
	}

	@Override
	void show(final String text) {
		if (!lines.contains(text) && !box.isEditable())
			box.addItem(text);
		box.setSelectedItem(text);
		tell();
	}

	@Override
	void setEnabled(final boolean enabled) {
		box.setEnabled(enabled);
		about.setEnabled(enabled);
		for (final Component button : buttons.getComponents())
			button.setEnabled(enabled);
	}
}
