package org.drsformer.command.dialog.field;

import java.util.List;

import javax.swing.JComboBox;
import javax.swing.JComponent;

import org.scijava.module.ModuleItem;

import ij.ImagePlus;

/** One of the open images, by its title. Two images may have the same title. */
final class ImageField extends Field {

	private final List<ImagePlus> images;
	private final JComboBox<String> box;

	/** @param proposed the image that is chosen at first */
	ImageField(final ModuleItem<?> item, final List<ImagePlus> images, final ImagePlus proposed) {
		super(item);
		this.images = images;
		box = new JComboBox<>(images.stream().map(this::name).toArray(String[]::new));
		box.setSelectedIndex(images.indexOf(proposed));
		box.addActionListener(event -> changed());
	}

	/** Returns the title, with the number of the image if another one has the same title. */
	private String name(final ImagePlus image) {
		final boolean single = images.stream().filter(other -> other.getTitle().equals(image.getTitle())).count() == 1;
		return image.getTitle() + (single ? "" : " [" + image.getID() + "]");
	}

	@Override
	boolean isRemembered() {
		return false;
	}

	@Override
	Object value() {
		return images.get(box.getSelectedIndex());
	}

	@Override
	JComponent component() {
		return box;
	}

	@Override
	String text() {
		return (String) box.getSelectedItem();
	}

	@Override
	void show(final String text) {
		// the proposal stands
	}

	@Override
	void setEnabled(final boolean enabled) {
		box.setEnabled(enabled);
	}
}
