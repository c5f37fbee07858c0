package org.drsformer.command.preview;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.Random;

import org.drsformer.Progress;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.TestModels;
import org.drsformer.derain.imageplus.ImageChoice;
import org.drsformer.derain.imageplus.ImagePlusDerainer;
import org.drsformer.derain.imageplus.NewImage;
import org.drsformer.image.ChannelChoice;
import org.drsformer.image.ImagePlusFrames;
import org.drsformer.image.PlaneChoice;
import org.drsformer.image.ValueRange;
import org.drsformer.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.plugin.LutLoader;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;

/** The preview of a whole image is what the command's result looks like, and the image stays as it is. */
class ShownPartTest {

	private static final int WIDTH = 29;
	private static final int HEIGHT = 21;

	private static Derainer derainer;

	@BeforeAll
	static void open() {
		derainer = TestModels.derainer(TestModels.COLOR);
	}

	@AfterAll
	static void close() {
		derainer.close();
	}

	private static ImagePlus noise(final String type, final int channels, final int slices, final int frames) {
		final ImagePlus image = IJ.createHyperStack("noise.tif", WIDTH, HEIGHT, channels, slices, frames,
			switch (type) {
				case "8" -> 8;
				case "16" -> 16;
				case "RGB" -> 24;
				default -> 32;
			});
		final Random random = new Random(3);
		for (int n = 1; n <= image.getStackSize(); n++) {
			final ImageProcessor plane = image.getStack().getProcessor(n);
			for (int i = 0; i < plane.getPixelCount(); i++)
				if (type.equals("RGB"))
					plane.set(i, random.nextInt(1 << 24));
				else
					plane.setf(i,
						type.equals("32") ? random.nextFloat() : random.nextInt(type.equals("8") ? 256 : 4096));
		}
		return image;
	}

	private static void check(final ImagePlus image, final ChannelChoice channels) {
		final ImagePlus before = image.duplicate();
		final Rectangle all = new Rectangle(WIDTH, HEIGHT);
		final ValueRange range = ValueRange.of(new ImagePlusFrames(image));
		final ImageProcessor preview;
		try (Derainer ranged = new Derainer(derainer.settings().withRange(range))) {
			preview = ShownPart.of(image, all, channels).derained(ranged, Progress.NONE);
		}
		final ImagePlus result = new ImagePlusDerainer(image, new ImageChoice(PlaneChoice.ALL, channels, true),
			derainer, Progress.NONE).into(new NewImage(image, Task.DERAIN), false).image();
		result.setPosition(image.getC(), image.getZ(), image.getT());
		result.updateAndDraw();
		assertArrayEquals((int[]) new ColorProcessor(result.getImage()).getPixels(), (int[]) preview.getPixels());
		for (int n = 1; n <= image.getStackSize(); n++)
			for (int i = 0; i < WIDTH * HEIGHT; i++)
				assertEquals(before.getStack().getProcessor(n).getf(i), image.getStack().getProcessor(n).getf(i));
	}

	@Test
	void rgb() {
		check(noise("RGB", 1, 1, 1), ChannelChoice.AUTO);
	}

	@Test
	void aStackInGray() {
		final ImagePlus image = noise("8", 1, 3, 2);
		image.setPosition(1, 2, 2);
		image.setDisplayRange(20, 180);
		check(image, ChannelChoice.AUTO);
	}

	@Test
	void sixteenBitsWithADisplayRangeAndALookupTable() {
		final ImagePlus image = noise("16", 1, 1, 3);
		image.setPosition(2);
		image.setLut(LUT.createLutFromColor(Color.CYAN));
		image.setDisplayRange(500, 3000);
		check(image, ChannelChoice.AUTO);
	}

	@Test
	void realNumbersInverted() {
		final ImagePlus image = noise("32", 1, 1, 1);
		image.setDisplayRange(0, 1);
		image.getProcessor().invertLut();
		check(image, ChannelChoice.AUTO);
	}

	@Test
	void aPalette() {
		final ImagePlus image = noise("8", 1, 1, 1);
		image.getProcessor().setColorModel(LutLoader.getLut("fire"));
		check(image, ChannelChoice.AUTO);
	}

	@Test
	void compositesInEveryModeWithAChannelSwitchedOff() {
		for (final int mode : new int[] { IJ.COMPOSITE, IJ.COLOR, IJ.GRAYSCALE })
			for (final ChannelChoice channels : new ChannelChoice[] { ChannelChoice.EACH, ChannelChoice.RGB }) {
				final CompositeImage image = new CompositeImage(noise("16", 3, 2, 2), mode);
				for (int c = 1; c <= 3; c++) {
					final LUT lut = image.getChannelLut(c);
					lut.min = 100 * c;
					lut.max = 4000 - 300 * c;
				}
				if (mode == IJ.COMPOSITE)
					image.getActiveChannels()[1] = false;
				image.setPosition(2, 2, 1);
				check(image, channels);
			}
	}

	@Test
	void onlyTheInsideOfASelectionChanges() {
		final ImagePlus image = noise("RGB", 1, 1, 1);
		image.setRoi(new OvalRoi(0, 0, WIDTH, HEIGHT));
		check(image, ChannelChoice.AUTO);
	}

	@Test
	void aPartIsAtItsPlaceWithItsSelection() {
		final ImagePlus image = noise("8", 1, 1, 1);
		image.setRoi(new Rectangle(12, 9, 10, 10));
		final ShownPart part = ShownPart.of(image, new Rectangle(12, 9, 8, 7), ChannelChoice.AUTO);
		assertEquals(new Rectangle(0, 0, 10, 10), part.image().getRoi().getBounds());
		for (int y = 0; y < 7; y++)
			for (int x = 0; x < 8; x++)
				assertEquals(image.getProcessor().get(12 + x, 9 + y), part.image().getProcessor().get(x, y));
	}
}
