package org.drsformer.command.preview;

import java.awt.Dialog.ModalExclusionType;
import java.util.Locale;
import java.util.function.Consumer;

import javax.swing.Timer;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.command.window.DownloadDialog;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.SharedDerainers;
import org.drsformer.engine.Torch;
import org.drsformer.image.ChannelChoice;
import org.drsformer.image.ValueRange;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/**
 * Keeps the preview of a dialog up to date: looks several times in a second at what the dialog and the window of the
 * image say, and begins anew when that has changed. Used on the event dispatch thread.
 */
final class DerainPreview {

	private static final int MILLIS_BETWEEN = 150;

	private final Previewed command;
	private final Consumer<String> status;
	private final ImagePlus image;
	private final PreviewOverlay overlay;
	private final AutoRange range;
	private final ImageChanges changes;
	private final Timer timer = new Timer(MILLIS_BETWEEN, event -> look());

	private Object wanted;
	private PreviewTask task;

	/**
	 * @param status receives a sentence about the preview; empty while there is none
	 */
	DerainPreview(final Previewed command, final Consumer<String> status) {
		this.command = command;
		this.status = status;
		image = command.image();
		overlay = new PreviewOverlay(image);
		range = new AutoRange(image);
		changes = new ImageChanges(image);
	}

	/** Lets the user scroll and zoom while the dialog is open; called before it blocks other windows. */
	void open() {
		exclude(ModalExclusionType.APPLICATION_EXCLUDE);
	}

	/** Called when the dialog closes. */
	void close() {
		stop();
		exclude(ModalExclusionType.NO_EXCLUDE);
	}

	private void exclude(final ModalExclusionType type) {
		if (image.getWindow() != null)
			image.getWindow().setModalExclusionType(type);
	}

	void start() {
		ImagePlus.addImageListener(changes);
		timer.start();
		look();
	}

	/** Ends the work, and shows the image as it is. */
	void stop() {
		timer.stop();
		ImagePlus.removeImageListener(changes);
		begin(null, "");
	}

	private void look() {
		if (image.getWindow() == null) {
			begin("closed", "The image " + image.getTitle() + " has no window any more.");
			return;
		}
		try {
			final PreviewRequest request = PreviewRequest.of(image, changes.all(), command.choices());
			if (begin(request, "Preview ..."))
				start(request);
		}
		catch (final DrsformerException refused) {
			begin(refused.getMessage(), refused.getMessage());
		}
	}

	/** Drops what was wanted before, and returns whether something else is wanted now. */
	private boolean begin(final Object now, final String sentence) {
		if (now != null && now.equals(wanted))
			return false;
		wanted = now;
		if (task != null)
			task.cancel();
		task = null;
		overlay.hide();
		status.accept(sentence);
		return true;
	}

	private void start(final PreviewRequest request) {
		final ChannelChoice channels = command.channelChoice();
		final ShownPart part = ShownPart.of(image, request.part().pixels(), channels);
		task = new PreviewTask(progress -> derain(part, progress), new Result(request.part()));
		task.start();
	}

	private ImageProcessor derain(final ShownPart part, final Progress progress) {
		final DerainSettings settings = command.settings();
		progress.update(0);
		Torch.setDownloadListener(new DownloadDialog(progress));
		final ValueRange whole = settings.range() == null ? range.of(changes.pixels(), progress) : settings.range();
		progress.update(0);
		try (Derainer derainer = SharedDerainers.ofThisJvm().open(settings.withRange(whole))) {
			return part.derained(derainer, progress);
		}
	}

	/** What becomes of the task. */
	private final class Result implements PreviewTask.Listener {

		private final PreviewPart part;

		Result(final PreviewPart part) {
			this.part = part;
		}

		@Override
		public void progressed(final double fraction) {
			status.accept(String.format(Locale.ROOT, "Preview: %.0f %%", 100 * fraction));
		}

		@Override
		public void finished(final ImageProcessor picture) {
			overlay.show(picture, part);
			status.accept(part.exact() ? "The image shows the result."
				: "The frame shows about the result: " + picture.getWidth() + " x " + picture.getHeight() + " pixels.");
		}

		@Override
		public void failed(final String sentence) {
			status.accept(sentence);
		}
	}
}
