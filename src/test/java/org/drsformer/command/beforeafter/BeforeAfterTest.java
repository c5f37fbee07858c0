package org.drsformer.command.beforeafter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;

import org.drsformer.derain.imageplus.ImageChoice;
import org.drsformer.image.ChannelChoice;
import org.drsformer.image.PlaneChoice;
import org.junit.jupiter.api.Test;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

class BeforeAfterTest {

	private static final int WIDTH = 7;
	private static final int HEIGHT = 5;
	private static final int WHITE = 0xffffffff;
	private static final int BLACK = 0xff000000;

	/** Every pixel has the value of its slice number times a factor. */
	private static ImagePlus image(final int bits, final int channels, final int slices, final int frames,
		final int factor)
	{
		final ImagePlus image = IJ.createHyperStack("street.png", WIDTH, HEIGHT, channels, slices, frames, bits);
		for (int n = 1; n <= image.getStackSize(); n++) {
			final ImageProcessor plane = image.getStack().getProcessor(n);
			for (int i = 0; i < plane.getPixelCount(); i++)
				plane.set(i, factor * n);
		}
		return image;
	}

	private static ImagePlus both(final ImagePlus before, final ImagePlus after) {
		return BeforeAfter.of(before, ImageChoice.WHOLE).image(after);
	}

	private static int gray(final int value) {
		return BLACK | value * 0x010101;
	}

	private static void checkRow(final ImageProcessor shown, final int... row) {
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				assertEquals(row[x], shown.get(x, y), x + ", " + y);
	}

	@Test
	void beforeIsLeftAndAfterIsRight() {
		final int b = gray(2);
		final int a = gray(9);
		final ImagePlus both = both(image(8, 1, 1, 1, 2), image(8, 1, 1, 1, 9));
		assertEquals("street-compare.png", both.getTitle());
		checkRow(both.getProcessor(), b, b, b, a, a, a, a);
	}

	@Test
	void theLineMovesOverThePixelsThatAreShown() {
		final int b = gray(2);
		final int a = gray(9);
		final ImagePlus both = both(image(8, 1, 1, 1, 2), image(8, 1, 1, 1, 9));
		final BeforeAfterStack stack = (BeforeAfterStack) both.getStack();
		stack.moveLine(5, both.getProcessor());
		checkRow(both.getProcessor(), b, b, b, b, b, a, a);
		stack.moveLine(1, both.getProcessor());
		checkRow(both.getProcessor(), b, a, a, a, a, a, a);
		stack.moveLine(-3, both.getProcessor());
		checkRow(both.getProcessor(), a, a, a, a, a, a, a);
		stack.moveLine(99, both.getProcessor());
		checkRow(both.getProcessor(), b, b, b, b, b, b, b);
	}

	@Test
	void stacksKeepTheirAxesAndTheLine() {
		final ImagePlus both = both(image(8, 1, 2, 3, 1), image(8, 1, 2, 3, 10));
		assertArrayEquals(new int[] { WIDTH, HEIGHT, 1, 2, 3 }, both.getDimensions());
		final BeforeAfterStack stack = (BeforeAfterStack) both.getStack();
		stack.moveLine(6, both.getProcessor());
		both.setPosition(1, 2, 3);
		checkRow(both.getProcessor(), gray(6), gray(6), gray(6), gray(6), gray(6), gray(6), gray(60));
		assertEquals("before | after", stack.getSliceLabel(6));
	}

	@Test
	void theDisplayRangeHolds() {
		final ImagePlus before = image(16, 1, 1, 1, 1000);
		before.setDisplayRange(1000, 2000);
		final ImagePlus after = image(16, 1, 1, 1, 2000);
		after.setDisplayRange(1000, 2000);
		final ImagePlus both = both(before, after);
		checkRow(both.getProcessor(), BLACK, BLACK, BLACK, WHITE, WHITE, WHITE, WHITE);
		assertEquals(1000, before.getDisplayRangeMin());
	}

	@Test
	void channelsOfACompositeAreShownTogether() {
		final CompositeImage before = new CompositeImage(image(8, 2, 1, 2, 10), IJ.COMPOSITE);
		final CompositeImage after = new CompositeImage(image(8, 2, 1, 2, 20), IJ.COMPOSITE);
		for (final CompositeImage image : new CompositeImage[] { before, after })
			for (int c = 1; c <= 2; c++) {
				image.setPosition(c, 1, 1);
				image.setDisplayRange(0, 255);
			}
		final ImagePlus both = both(before, after);
		assertArrayEquals(new int[] { WIDTH, HEIGHT, 1, 1, 2 }, both.getDimensions());
		both.setPosition(1, 1, 2);
		final int b = BLACK | 30 << 16 | 40 << 8;
		final int a = BLACK | 60 << 16 | 80 << 8;
		checkRow(both.getProcessor(), b, b, b, a, a, a, a);
	}

	@Test
	void otherChannelsAreShownOneByOne() {
		final CompositeImage before = new CompositeImage(image(8, 2, 1, 2, 10), IJ.GRAYSCALE);
		final ImagePlus both = both(before, new CompositeImage(image(8, 2, 1, 2, 20), IJ.GRAYSCALE));
		assertArrayEquals(new int[] { WIDTH, HEIGHT, 2, 1, 2 }, both.getDimensions());
		assertEquals(4, both.getStackSize());
	}

	@Test
	void onlyTheChosenPlanesAreShown() {
		final ImagePlus before = image(8, 1, 1, 5, 10);
		final ImageChoice choice = new ImageChoice(PlaneChoice.parse("range", 2, 3), ChannelChoice.AUTO, true);
		final ImagePlus both = BeforeAfter.of(before, choice).image(image(8, 1, 1, 2, 100));
		assertEquals(2, both.getStackSize());
		assertEquals(gray(20), both.getStack().getProcessor(1).get(0, 0));
		assertEquals(gray(100), both.getStack().getProcessor(1).get(6, 0));
		assertEquals(gray(30), both.getStack().getProcessor(2).get(0, 0));
	}

	@Test
	void thePixelsOutliveTheirImages() {
		final ImagePlus before = new ImagePlus("a", new ColorProcessor(WIDTH, HEIGHT, filled(WHITE)));
		final ImagePlus after = new ImagePlus("b", new ColorProcessor(WIDTH, HEIGHT, filled(gray(7))));
		final ImagePlus both = both(before, after);
		before.close();
		after.close();
		assertEquals(WHITE, both.getStack().getProcessor(1).get(0, 0));
		assertEquals(gray(7), both.getStack().getProcessor(1).get(6, 4));
		assertFalse(both.changes);
	}

	/** ImageJ flushes an image when its window closes. */
	@Test
	void thePixelsOfStacksOutliveTheirImages() {
		final ImagePlus before = image(8, 1, 1, 2, 10);
		final ImagePlus after = image(8, 1, 1, 2, 100);
		final ImagePlus both = both(before, after);
		before.flush();
		after.flush();
		both.setSlice(2);
		assertEquals(gray(20), both.getProcessor().get(0, 0));
		assertEquals(gray(200), both.getProcessor().get(6, 4));
	}

	private static int[] filled(final int color) {
		final int[] pixels = new int[WIDTH * HEIGHT];
		Arrays.fill(pixels, color);
		return pixels;
	}
}
