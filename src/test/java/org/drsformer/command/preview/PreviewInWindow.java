package org.drsformer.command.preview;

import java.awt.EventQueue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import org.drsformer.DrsformerException;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.TestModels;
import org.drsformer.image.ChannelChoice;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageRoi;

/** A preview of a stack in a window. Writes {@code done}, or what is not as it should be. */
final class PreviewInWindow implements Previewed {

	private static final int SIZE = 24;

	private final ImagePlus image = IJ.createImage("stack.tif", "16-bit ramp", SIZE, SIZE, 3);
	private final Map<String, Object> inputs = new ConcurrentHashMap<>(Map.of("model", "good"));
	private final DerainPreview preview = new DerainPreview(this, said -> status = said);
	private volatile String status = "";

	@Override
	public ImagePlus image() {
		return image;
	}

	@Override
	public List<Object> choices() {
		return List.of(inputs.get("model"));
	}

	@Override
	public DerainSettings settings() {
		if (!inputs.get("model").equals("good"))
			throw new DrsformerException("There is no model " + inputs.get("model") + ".");
		return TestModels.settings(TestModels.COLOR);
	}

	@Override
	public ChannelChoice channelChoice() {
		return ChannelChoice.AUTO;
	}

	public static void main(final String[] arguments) throws Exception {
		new PreviewInWindow().run();
		System.out.println("done");
		System.exit(0);
	}

	private void run() throws Exception {
		image.show();
		final short[] before = ((short[]) image.getProcessor().getPixels()).clone();
		EventQueue.invokeAndWait(() -> {
			preview.open();
			preview.start();
		});
		await("shown", this::isShown);
		await("says so", () -> status.equals("The image shows the result."));
		final Object first = image.getOverlay();
		image.setSlice(2);
		await("another slice", () -> isShown() && image.getOverlay() != first);
		inputs.put("model", "bad");
		await("no model", () -> status.equals("There is no model bad.") && image.getOverlay() == null);
		inputs.put("model", "good");
		await("shown again", this::isShown);
		image.setRoi(2, 2, 9, 9);
		await("a selection", () -> isShown() && image.getOverlay().get(0).getBounds().width == 9);
		EventQueue.invokeAndWait(preview::stop);
		check("taken away", image.getOverlay() == null && status.isEmpty());
		image.setSlice(1);
		check("unchanged", Arrays.equals(before, (short[]) image.getProcessor().getPixels()) && !image.changes);
		EventQueue.invokeAndWait(preview::start);
		image.close();
		await("closed", () -> status.equals("The image stack.tif has no window any more."));
		EventQueue.invokeAndWait(preview::close);
	}

	private boolean isShown() {
		return image.getOverlay() != null && image.getOverlay().get(0) instanceof ImageRoi;
	}

	private void await(final String what, final BooleanSupplier condition) throws InterruptedException {
		for (int i = 0; i < 600 && !condition.getAsBoolean(); i++)
			Thread.sleep(100);
		check(what, condition.getAsBoolean());
	}

	private void check(final String what, final boolean right) {
		if (right)
			return;
		System.out.println("not right: " + what + "; the status is " + status);
		System.exit(1);
	}
}
