package org.drsformer.command.dialog.importing;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.nio.file.Path;
import java.text.DateFormat;
import java.util.Date;
import java.util.List;
import java.util.Locale;

import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;

import org.drsformer.command.dialog.frame.FileChoice;
import org.drsformer.command.dialog.frame.FileDrop;
import org.drsformer.model.DownloadFolder;

/** Chooses a checkpoint file: lists those in the downloads folder, and takes any other. */
public final class CheckpointBox extends JPanel {

	private static final long serialVersionUID = 1;
	private static final int GAP = 4;
	private static final int WIDTH = 400;
	private static final double MILLION = 1e6;

	private final transient DownloadFolder downloads;
	private final JComboBox<String> box = new JComboBox<>();
	private final JButton browse = new JButton("Browse...");
	private List<String> listed = List.of();

	public CheckpointBox(final DownloadFolder downloads) {
		super(new BorderLayout(GAP, 0));
		this.downloads = downloads;
		box.setEditable(true);
		box.setRenderer(new Line());
		box.setPreferredSize(new Dimension(WIDTH, box.getPreferredSize().height));
		browse
			.addActionListener(event -> FileChoice.ofCheckpoint(this, text()).ifPresent(file -> show(file.getPath())));
		add(box);
		add(browse, BorderLayout.EAST);
		FileDrop.on(editor(), file -> show(file.getPath()));
		refresh();
	}

	public JTextField editor() {
		return (JTextField) box.getEditor().getEditorComponent();
	}

	/** Lists the files that are in the downloads folder now. The chosen one stays. */
	public void refresh() {
		final List<String> found = downloads.checkpoints().stream().map(Path::toString).toList();
		if (found.equals(listed))
			return;
		listed = found;
		final String chosen = text();
		box.setModel(new DefaultComboBoxModel<>(found.toArray(String[]::new)));
		show(chosen);
	}

	/** Returns the newest file in the downloads folder; empty if there is none. */
	public String newest() {
		return listed.isEmpty() ? "" : listed.get(0);
	}

	public String text() {
		return editor().getText();
	}

	public void show(final String path) {
		box.setSelectedItem(path);
	}

	@Override
	public void setEnabled(final boolean enabled) {
		super.setEnabled(enabled);
		box.setEnabled(enabled);
		browse.setEnabled(enabled);
	}

	/** Shows the name of a file with its size and time. */
	private static final class Line extends DefaultListCellRenderer {

		private static final long serialVersionUID = 1;

		@Override
		public Component getListCellRendererComponent(final JList<?> list, final Object value, final int index,
			final boolean selected, final boolean focused)
		{
			final Path file = Path.of((String) value);
			return super.getListCellRendererComponent(list,
				String.format(Locale.ROOT, "%s   (%.1f MB, %s)", file.getFileName(), file.toFile().length() / MILLION,
					DateFormat.getDateTimeInstance(DateFormat.SHORT, DateFormat.SHORT)
						.format(new Date(file.toFile().lastModified()))),
				index, selected, focused);
		}
	}
}
