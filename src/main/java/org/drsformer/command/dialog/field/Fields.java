package org.drsformer.command.dialog.field;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

import org.drsformer.engine.PresentDevices;
import org.drsformer.model.DownloadFolder;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

import ij.ImagePlus;

/** Makes the fields of a dialog. */
final class Fields {

	private Fields() {
		// static functions only
	}

	/**
	 * Returns a field for each input, in their order.
	 *
	 * @throws org.drsformer.DrsformerException if fewer images are open than there are inputs for images
	 */
	static List<Field> of(final List<ModuleItem<?>> items) {
		final List<Field> fields = new ArrayList<>();
		final int images = (int) items.stream().filter(item -> item.getType() == ImagePlus.class).count();
		final ImageProposal proposal = images == 0 ? null : ImageProposal.ofOpen(images);
		int image = 0;
		for (final ModuleItem<?> item : items)
			fields.add(item.getType() == ImagePlus.class
				? new ImageField(item, proposal.images(), proposal.images().get(image++))
				: of(item));
		return fields;
	}

	private static Field of(final ModuleItem<?> item) {
		final String kind = item.get(Hints.FIELD);
		return kind == null ? ofType(item) : switch (kind) {
			case Hints.DEVICES -> new ChoiceField(item, PresentDevices.names());
			case Hints.MODELS -> new ModelField(item);
			case Hints.LIBRARY -> new LibraryField(item);
			case Hints.CHECKPOINT -> new CheckpointField(item, DownloadFolder.ofUser());
			default -> throw new IllegalStateException("There is no field called " + kind);
		};
	}

	private static Field ofType(final ModuleItem<?> item) {
		if (Types.box(item.getType()) == Boolean.class)
			return new CheckField(item);
		if (item.getType() == File.class)
			return new FileField(item);
		return item.getChoices() == null || item.getChoices().isEmpty() ? new TextField(item)
			: new ChoiceField(item, item.getChoices().stream().map(String::valueOf).toList());
	}
}
