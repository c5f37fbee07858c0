package org.drsformer.command.dialog.importing;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.ActionEvent;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

import org.drsformer.command.dialog.frame.Message;
import org.drsformer.command.window.WebPages;
import org.drsformer.model.DownloadFolder;
import org.drsformer.model.ModelLibrary;
import org.drsformer.model.ModelSummary;
import org.drsformer.model.PublishedModel;

/** The content of the {@link ImportDialog}: which model, where its file is published, and the file. */
final class ImportPanel extends JPanel {

	private static final long serialVersionUID = 1;
	private static final int GAP = 8;
	private static final int WIDTH = 430;

	private final JComboBox<String> name = new JComboBox<>();
	private final transient ModelLines lines;
	private final JLabel about = new JLabel(" ");
	private final JPanel pages = row();
	private final CheckpointBox file = new CheckpointBox(DownloadFolder.ofUser());
	private final Message message = new Message();
	private final Map<JButton, Function<PublishedModel, URI>> buttons = new LinkedHashMap<>();

	ImportPanel() {
		setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
		final List<ModelSummary> missing = ModelLibrary.ofUser()
			.summaries()
			.stream()
			.filter(model -> !model.installed())
			.toList();
		lines = new ModelLines(missing, List.of());
		name.setEditable(true);
		name.setRenderer(lines);
		missing.forEach(model -> name.addItem(model.name()));
		name.addActionListener(this::chosen);
		pages.add(new JLabel("1. Download its file:"));
		addPage("Google Drive", PublishedModel::google);
		addPage("Baidu", PublishedModel::baidu);
		addPage("Authors' page", model -> PublishedModel.page(model.architecture()));
		name.setPreferredSize(new Dimension(WIDTH, name.getPreferredSize().height));
		add(row(new JLabel("Model:"), name));
		add(row(about));
		add(pages);
		add(row(new JLabel("2. Choose the downloaded file, or drop it here:")));
		add(file);
		add(Box.createVerticalStrut(GAP));
		add(message);
		for (final Component part : getComponents())
			((JComponent) part).setAlignmentX(LEFT_ALIGNMENT);
		file.show(file.newest());
		choose(modelName());
	}

	private static JPanel row(final JComponent... parts) {
		final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT, GAP, GAP / 2));
		for (final JComponent part : parts)
			row.add(part);
		return row;
	}

	private void addPage(final String label, final Function<PublishedModel, URI> page) {
		final JButton button = new JButton(label);
		button.addActionListener(
			event -> PublishedModel.byName(modelName()).map(page).ifPresent(address -> WebPages.open(address, this)));
		pages.add(button);
		buttons.put(button, page);
	}

	private void chosen(final ActionEvent event) {
		final Optional<PublishedModel> published = PublishedModel.byName(modelName());
		about.setText(published.isPresent() ? lines.about(modelName()) : "a model of your own, under this name");
		// not every model is on every page
		buttons.forEach((button, page) -> button.setEnabled(published.map(page).isPresent()));
	}

	/** Proposes a file, and the name that fits it. */
	void propose(final File dropped) {
		file.show(dropped.getPath());
		choose(ModelLibrary.nameFor(dropped.toPath()));
	}

	void choose(final String model) {
		name.setSelectedItem(model);
		chosen(null);
	}

	/** Lists the files that have been downloaded meanwhile, and proposes the newest if none is chosen. */
	void refresh() {
		file.refresh();
		if (file.text().isBlank())
			file.show(file.newest());
	}

	/** Returns the name of the model that is chosen or typed. */
	String modelName() {
		return ((JTextField) name.getEditor().getEditorComponent()).getText().strip();
	}

	/** Returns the path of the file; may be empty. */
	String file() {
		return file.text().strip();
	}

	void tell(final String sentence) {
		message.tell(sentence);
	}
}
