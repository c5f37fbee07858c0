package org.drsformer.command.dialog.field;

import java.io.File;

import javax.swing.JComponent;

import org.drsformer.command.dialog.importing.CheckpointBox;
import org.drsformer.model.DownloadFolder;
import org.drsformer.command.dialog.frame.TextChanges;
import org.scijava.module.ModuleItem;

/** A checkpoint file to import. Once a file is asked for, the newest download is proposed. */
final class CheckpointField extends Field {

	private final CheckpointBox box;

	CheckpointField(final ModuleItem<?> item, final DownloadFolder downloads) {
		super(item);
		box = new CheckpointBox(downloads);
		TextChanges.on(box.editor(), this::changed);
	}

	@Override
	boolean accept(final File dropped) {
		box.show(dropped.getPath());
		return true;
	}

	@Override
	void refresh() {
		box.refresh();
	}

	@Override
	JComponent component() {
		return box;
	}

	@Override
	String text() {
		return box.text();
	}

	@Override
	void show(final String text) {
		box.show(text);
	}

	@Override
	void setEnabled(final boolean enabled) {
		if (enabled && !box.isEnabled() && text().isBlank())
			box.show(box.newest());
		box.setEnabled(enabled);
	}
}
