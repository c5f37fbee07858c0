package org.drsformer.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ByteProcessor;

/** Checks what the user sees and can do while an image is derained. */
class ProgressAndCancelTest {

	/** Takes a second or more, ten times the interval between two reports. */
	private static final int SIZE = 400;

	private final Commands commands = new Commands();
	private final List<Double> fractions = new CopyOnWriteArrayList<>();
	private Consumer<Task> onProgress = task -> {};

	@BeforeEach
	void listen() {
		commands.context().inject(this);
		commands.context().service(EventService.class).subscribe(this);
	}

	@AfterEach
	void stop() {
		IJ.resetEscape();
		commands.close();
	}

	/** Called by SciJava. */
	@EventHandler
	protected void onEvent(final TaskEvent event) {
		final Task task = event.getTask();
		fractions.add((double) task.getProgressValue() / task.getProgressMaximum());
		if (task.getStatusMessage() != null && !task.isDone() && !task.isCanceled())
			onProgress.accept(task);
	}

	private static ImagePlus image() {
		final byte[] pixels = new byte[SIZE * SIZE];
		new Random(5).nextBytes(pixels);
		return new ImagePlus("one.png", new ByteProcessor(SIZE, SIZE, pixels));
	}

	/** Derains in strips, as for a large image. */
	private CommandModule run(final ImagePlus image) throws Exception {
		final Future<CommandModule> future = commands.context()
			.service(CommandService.class)
			.run(DerainImage.class, true, "image", image, "device", "cpu", "memory", "8m", "inplace", true);
		return future.get();
	}

	@Test
	void aSingleImageMovesTheBar() throws Exception {
		run(image());
		assertTrue(fractions.stream().filter(fraction -> fraction > 0 && fraction < 1).count() >= 2,
			fractions::toString);
		assertEquals(fractions.stream().sorted().toList().subList(0, 2), fractions.subList(0, 2));
	}

	@Test
	void theTaskBarCancels() throws Exception {
		onProgress = task -> task.cancel("enough");
		checkCancelled();
	}

	@Test
	void escapeCancels() throws Exception {
		onProgress = task -> IJ.setKeyDown(KeyEvent.VK_ESCAPE);
		checkCancelled();
	}

	private void checkCancelled() throws Exception {
		final ImagePlus image = image();
		final CommandModule module = run(image);
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().startsWith("Deraining was cancelled"), module.getCancelReason());
		assertNull(module.getOutput("derained"));
		assertArrayEquals((byte[]) image().getProcessor().getPixels(), (byte[]) image.getProcessor().getPixels());
	}
}
