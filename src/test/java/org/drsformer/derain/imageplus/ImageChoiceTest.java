package org.drsformer.derain.imageplus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.TestModels;
import org.drsformer.image.ChannelChoice;
import org.drsformer.image.PlaneChoice;
import org.drsformer.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Undo;
import ij.WindowManager;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;

/** Checks which planes, channels and pixels are derained, and that the others stay. */
class ImageChoiceTest {

	private static final int WIDTH = 24;
	private static final int HEIGHT = 16;

	private static Derainer derainer;

	@BeforeAll
	static void load() {
		derainer = TestModels.derainer(TestModels.COLOR);
	}

	@AfterAll
	static void close() {
		derainer.close();
	}

	private static DerainedImage derain(final ImagePlus image, final PlaneChoice planes, final ChannelChoice channels) {
		return new ImagePlusDerainer(image, new ImageChoice(planes, channels, true), derainer, Progress.NONE)
			.into(new NewImage(image, Task.DERAIN), true);
	}

	private static ImagePlus derained(final ImagePlus image, final PlaneChoice planes) {
		return derain(image, planes, ChannelChoice.AUTO).image();
	}

	private static byte[] noise(final int seed) {
		final byte[] pixels = new byte[WIDTH * HEIGHT];
		new Random(seed).nextBytes(pixels);
		return pixels;
	}

	/** Returns slices of different noise. */
	private static ImagePlus stack(final int channels, final int slices, final int frames) {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (int i = 1; i <= channels * slices * frames; i++)
			stack.addSlice("plane " + i, new ByteProcessor(WIDTH, HEIGHT, noise(i)));
		final ImagePlus image = new ImagePlus("film.tif", stack);
		image.setDimensions(channels, slices, frames);
		image.setOpenAsHyperStack(true);
		return image;
	}

	/** Returns the result of a plane by itself. */
	private static byte[] expected(final int plane) {
		return (byte[]) ImagePlusDerainer
			.derain(new ImagePlus("", new ByteProcessor(WIDTH, HEIGHT, noise(plane))), derainer, Progress.NONE)
			.getProcessor()
			.getPixels();
	}

	private static void checkPlanes(final ImagePlus clean, final int... planes) {
		assertEquals(planes.length, clean.getStackSize());
		for (int i = 0; i < planes.length; i++) {
			assertEquals("plane " + planes[i], clean.getStack().getSliceLabel(i + 1));
			assertArrayEquals(expected(planes[i]), (byte[]) clean.getStack().getPixels(i + 1));
		}
	}

	private static void checkDimensions(final ImagePlus image, final int channels, final int slices, final int frames) {
		assertArrayEquals(new int[] { WIDTH, HEIGHT, channels, slices, frames }, image.getDimensions());
	}

	@Test
	void theCurrentPlaneWithItsChannels() {
		final ImagePlus rainy = stack(2, 2, 3);
		rainy.setPosition(2, 1, 2);
		final ImagePlus clean = derained(rainy, PlaneChoice.parse("current", 1, 0));
		checkDimensions(clean, 2, 1, 1);
		checkPlanes(clean, 5, 6);
	}

	@Test
	void aRangeOfFrames() {
		final ImagePlus clean = derained(stack(1, 2, 3), PlaneChoice.parse("range", 2, 0));
		checkDimensions(clean, 1, 2, 2);
		checkPlanes(clean, 3, 4, 5, 6);
	}

	@Test
	void aRangeOfSlices() {
		final ImagePlus clean = derained(stack(1, 5, 1), PlaneChoice.parse("range", 2, 3));
		checkDimensions(clean, 1, 2, 1);
		checkPlanes(clean, 2, 3);
	}

	@Test
	void overlaysMoveWithTheirSlices() {
		final ImagePlus rainy = stack(1, 5, 1);
		rainy.setOpenAsHyperStack(false);
		final Overlay overlay = new Overlay();
		for (int slice = 1; slice <= 5; slice++) {
			final Roi roi = new Roi(slice, 1, 3, 3);
			roi.setPosition(slice);
			overlay.add(roi);
		}
		rainy.setOverlay(overlay);
		final Overlay kept = derained(rainy, PlaneChoice.parse("range", 2, 3)).getOverlay();
		assertEquals(2, kept.size());
		assertEquals(1, kept.get(0).getPosition());
		assertEquals(2, kept.get(0).getBounds().x);
		assertEquals(5, overlay.size());
	}

	@ParameterizedTest
	@CsvSource({ "range,0,0", "range,3,2", "range,1,6", "range,6,0", "current,2,0", "all,1,3", "some,1,0" })
	void planesThatThereAreNot(final String kind, final int first, final int last) {
		final DrsformerException refusal = assertThrows(DrsformerException.class,
			() -> derained(stack(1, 5, 1), PlaneChoice.parse(kind, first, last)));
		assertTrue(refusal.getMessage().endsWith("."), refusal.getMessage());
	}

	private static ImagePlus composite(final int channels) {
		final CompositeImage image = new CompositeImage(stack(channels, 1, 1), CompositeImage.COMPOSITE);
		image.setChannelLut(LUT.createLutFromColor(Color.MAGENTA), 1);
		return image;
	}

	@Test
	void threeChannelsAsRgb() {
		final ColorProcessor colors = new ColorProcessor(WIDTH, HEIGHT);
		colors.setRGB(noise(1), noise(2), noise(3));
		final ImagePlus rgb = ImagePlusDerainer.derain(new ImagePlus("rgb", colors), derainer, Progress.NONE);
		final byte[][] expected = new byte[3][WIDTH * HEIGHT];
		((ColorProcessor) rgb.getProcessor()).getRGB(expected[0], expected[1], expected[2]);
		final DerainedImage clean = derain(composite(3), PlaneChoice.ALL, ChannelChoice.parse("rgb"));
		for (int c = 0; c < 3; c++)
			assertArrayEquals(expected[c], (byte[]) clean.image().getStack().getPixels(c + 1));
		assertTrue(clean.image().isComposite());
		assertArrayEquals(((CompositeImage) composite(3)).getChannelLut(1).getBytes(),
			((CompositeImage) clean.image()).getChannelLut(1).getBytes());
		checkPlanes(derain(composite(3), PlaneChoice.ALL, ChannelChoice.AUTO).image(), 1, 2, 3);
	}

	@Test
	void rgbOfAHyperstack() {
		final ImagePlus clean = derain(stack(3, 2, 2), PlaneChoice.parse("range", 2, 2), ChannelChoice.RGB).image();
		checkDimensions(clean, 3, 2, 1);
		assertEquals("plane 7", clean.getStack().getSliceLabel(1));
		assertEquals("plane 12", clean.getStack().getSliceLabel(6));
	}

	@Test
	void twoChannelsAreNoRgb() {
		final DrsformerException refusal = assertThrows(DrsformerException.class,
			() -> derain(composite(2), PlaneChoice.ALL, ChannelChoice.RGB));
		assertTrue(refusal.getMessage().contains("has 2 channels"), refusal.getMessage());
		assertThrows(DrsformerException.class, () -> ChannelChoice.parse("cmyk"));
	}

	@Test
	void onlyTheBoxOfASelection() {
		final ImagePlus rainy = stack(1, 1, 1);
		rainy.setRoi(new Roi(5, 3, 9, 8));
		final ImageProcessor clean = derained(rainy, PlaneChoice.ALL).getProcessor();
		final ImageProcessor box = rainy.crop().getProcessor();
		final ImageProcessor expected = ImagePlusDerainer.derain(new ImagePlus("", box), derainer, Progress.NONE)
			.getProcessor();
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				assertEquals(
					rainy.getRoi().contains(x, y) ? expected.get(x - 5, y - 3) : rainy.getProcessor().get(x, y),
					clean.get(x, y));
	}

	@Test
	void onlyTheInsideOfAnOval() {
		final ImagePlus rainy = stack(1, 1, 1);
		// beyond the border
		rainy.setRoi(new OvalRoi(-4, -3, 17, 15));
		final ImagePlus clean = derained(rainy, PlaneChoice.ALL);
		assertEquals(Roi.OVAL, clean.getRoi().getType());
		int changed = 0;
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++)
				if (clean.getProcessor().get(x, y) != rainy.getProcessor().get(x, y)) {
					assertTrue(rainy.getRoi().contains(x, y));
					changed++;
				}
		assertTrue(changed > 50, changed + " pixels");
	}

	@Test
	void aLineSelectsNothing() {
		final ImagePlus rainy = stack(1, 1, 1);
		rainy.setRoi(new Line(1, 1, 8, 8));
		checkPlanes(derained(rainy, PlaneChoice.ALL), 1);
	}

	@Test
	void aSelectionOutsideOfTheImage() {
		final ImagePlus rainy = stack(1, 1, 1);
		rainy.setRoi(new Roi(100, 100, 5, 5));
		assertTrue(assertThrows(DrsformerException.class, () -> derained(rainy, PlaneChoice.ALL)).getMessage()
			.contains("outside"));
	}

	@Test
	void theRainLayerIsWhatIsMissing() {
		final ImagePlus rainy = stack(1, 2, 1);
		rainy.getCalibration().setUnit("mm");
		final DerainedImage clean = derain(rainy, PlaneChoice.ALL, ChannelChoice.AUTO);
		assertEquals("film-rain.tif", clean.rain().getTitle());
		assertEquals("mm", clean.rain().getCalibration().getUnit());
		for (int n = 1; n <= 2; n++)
			for (int i = 0; i < WIDTH * HEIGHT; i++)
				assertEquals(rainy.getStack().getProcessor(n).get(i) - clean.image().getStack().getProcessor(n).get(i),
					clean.rain().getStack().getProcessor(n).getf(i));
	}

	@Test
	void theRainLayerOfColours() {
		final ColorProcessor colors = new ColorProcessor(WIDTH, HEIGHT);
		colors.setRGB(noise(1), noise(2), noise(3));
		final DerainedImage clean = derain(new ImagePlus("rgb.png", colors), PlaneChoice.ALL, ChannelChoice.AUTO);
		assertEquals(3, clean.rain().getNChannels());
		assertTrue(clean.rain().isComposite());
		final int green = colors.get(7) >> 8 & 0xff;
		assertEquals(green - (clean.image().getProcessor().get(7) >> 8 & 0xff),
			clean.rain().getStack().getProcessor(2).getf(7));
	}

	@Test
	void aTwelveBitCameraKeepsItsScale() {
		final ShortProcessor camera = new ShortProcessor(WIDTH, HEIGHT);
		final Random random = new Random(6);
		for (int i = 0; i < WIDTH * HEIGHT; i++)
			camera.set(i, 2100 + random.nextInt(1996));
		final ImageProcessor clean = derained(new ImagePlus("camera", camera), PlaneChoice.ALL).getProcessor();
		final FloatProcessor unit = (FloatProcessor) camera.convertToFloat();
		unit.multiply(1 / 4095.0);
		final ImageProcessor expected = derained(new ImagePlus("unit", unit), PlaneChoice.ALL).getProcessor();
		for (int i = 0; i < WIDTH * HEIGHT; i++) {
			assertTrue(clean.get(i) >= 0 && clean.get(i) <= 4095);
			assertEquals(Math.max(0, Math.min(4095, 4095 * expected.getf(i))), clean.get(i), 0.6);
		}
	}

	/** The range is that of the whole stack; otherwise the result of a plane would depend on the choice. */
	@Test
	void theValueRangeIsThatOfTheWholeStack() {
		final ImageStack stack = new ImageStack(WIDTH, HEIGHT);
		for (final int max : new int[] { 400, 4000 }) {
			final ShortProcessor plane = new ShortProcessor(WIDTH, HEIGHT);
			final Random random = new Random(max);
			for (int i = 0; i < WIDTH * HEIGHT; i++)
				plane.set(i, random.nextInt(max));
			stack.addSlice(plane);
		}
		final ImagePlus rainy = new ImagePlus("two", stack);
		final short[] all = (short[]) derained(rainy, PlaneChoice.ALL).getStack().getPixels(1);
		assertArrayEquals(all, (short[]) derained(rainy, PlaneChoice.parse("range", 1, 1)).getProcessor().getPixels());
	}

	@Test
	void calibratedValuesKeepTheirUnits() {
		final FloatProcessor celsius = new FloatProcessor(WIDTH, HEIGHT);
		final Random random = new Random(8);
		for (int i = 0; i < WIDTH * HEIGHT; i++)
			celsius.setf(i, -10 + 40 * random.nextFloat());
		final ImagePlus rainy = new ImagePlus("field", celsius);
		rainy.getCalibration().setValueUnit("degrees C");
		rainy.getCalibration().pixelWidth = 0.5;
		rainy.setDisplayRange(-20, 40);
		final ImagePlus clean = derained(rainy, PlaneChoice.ALL);
		assertEquals("degrees C", clean.getCalibration().getValueUnit());
		assertEquals(-20, clean.getDisplayRangeMin());
		final double mean = clean.getStatistics().mean;
		assertEquals(rainy.getStatistics().mean, mean, 8);
	}

	@Test
	void densityCalibrationOfSixteenBits() {
		final ShortProcessor plane = new ShortProcessor(WIDTH, HEIGHT);
		plane.noise(500);
		final ImagePlus rainy = new ImagePlus("density", plane);
		rainy.getCalibration().setFunction(ij.measure.Calibration.STRAIGHT_LINE, new double[] { 3, 0.5 }, "OD");
		final ImagePlus clean = derained(rainy, PlaneChoice.ALL);
		assertTrue(clean.getCalibration().calibrated());
		assertEquals(3 + 0.5 * clean.getProcessor().get(9),
			clean.getCalibration().getCValue(clean.getProcessor().get(9)), 1e-6);
		assertFalse(derain(rainy, PlaneChoice.ALL, ChannelChoice.AUTO).rain().getCalibration().calibrated());
	}

	private static ImagePlus inPlace(final ImagePlus image, final PlaneChoice planes, final Progress progress) {
		return new ImagePlusDerainer(image, new ImageChoice(planes, ChannelChoice.AUTO, true), derainer, progress)
			.into(new SameImage(image), false)
			.image();
	}

	@Test
	void inPlaceOnePlaneCanBeUndone() {
		final ImagePlus image = stack(1, 1, 1);
		inPlace(image, PlaneChoice.ALL, Progress.NONE);
		assertArrayEquals(expected(1), (byte[]) image.getProcessor().getPixels());
		undo(image);
		assertArrayEquals(noise(1), (byte[]) image.getProcessor().getPixels());
	}

	@Test
	void inPlaceThePlaneOfAStackCanBeUndone() {
		final ImagePlus image = stack(1, 3, 1);
		image.setPosition(1, 2, 1);
		inPlace(image, PlaneChoice.parse("current", 1, 0), Progress.NONE);
		assertArrayEquals(noise(1), (byte[]) image.getStack().getPixels(1));
		assertArrayEquals(expected(2), (byte[]) image.getStack().getPixels(2));
		assertArrayEquals(expected(2), (byte[]) image.getProcessor().getPixels());
		undo(image);
		assertArrayEquals(noise(2), (byte[]) image.getStack().getPixels(2));
	}

	@Test
	void inPlaceACompositeCanBeUndone() {
		final ImagePlus image = composite(2);
		inPlace(image, PlaneChoice.ALL, Progress.NONE);
		assertArrayEquals(expected(2), (byte[]) image.getStack().getPixels(2));
		undo(image);
		assertArrayEquals(noise(1), (byte[]) image.getStack().getPixels(1));
		assertArrayEquals(noise(2), (byte[]) image.getStack().getPixels(2));
	}

	/** Does what Edit > Undo does for the active image. */
	private static void undo(final ImagePlus image) {
		WindowManager.setTempCurrentImage(image);
		try {
			Undo.undo();
		}
		finally {
			WindowManager.setTempCurrentImage(null);
		}
	}

	@Test
	void inPlaceAWholeStack() {
		final ImagePlus image = stack(1, 3, 1);
		assertEquals(image, inPlace(image, PlaneChoice.ALL, Progress.NONE));
		checkPlanes(image, 1, 2, 3);
		assertTrue(image.changes);
	}

	/** Makes shades of gray that are not in order. */
	private static LUT palette() {
		final byte[] shades = new byte[256];
		for (int i = 0; i < shades.length; i++)
			shades[i] = (byte) (97 * i);
		return new LUT(shades, new byte[256], shades);
	}

	@Test
	void inPlaceAPaletteBecomesRgb() {
		for (final int slices : new int[] { 1, 2 }) {
			final ImagePlus image = stack(1, slices, 1);
			image.getProcessor().setLut(palette());
			image.getStack().setColorModel(image.getProcessor().getColorModel());
			image.setTypeToColor256();
			assertEquals(ImagePlus.COLOR_256, image.getType());
			inPlace(image, PlaneChoice.ALL, Progress.NONE);
			assertEquals(ImagePlus.COLOR_RGB, image.getType());
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.2, 0.9 })
	void cancellingLeavesTheInputUntouched(final double when) {
		final ImagePlus image = stack(1, 3, 1);
		assertThrows(CancellationException.class, () -> inPlace(image, PlaneChoice.ALL, fraction -> {
			if (fraction >= when)
				throw new CancellationException();
		}));
		for (int i = 1; i <= 3; i++)
			assertArrayEquals(noise(i), (byte[]) image.getStack().getPixels(i));
		assertFalse(image.changes);
	}

	@Test
	void withoutRainLayerThereIsNone() {
		final ImagePlus image = stack(1, 1, 1);
		assertNull(new ImagePlusDerainer(image, ImageChoice.WHOLE, derainer, Progress.NONE)
			.into(new NewImage(image, Task.DERAIN), false)
			.rain());
	}
}
