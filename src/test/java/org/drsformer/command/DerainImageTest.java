package org.drsformer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;

import org.drsformer.FixtureWeights;
import org.drsformer.command.dialog.frame.AfterDialog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.ModuleService;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;
import net.imglib2.img.array.ArrayImgs;

/** Runs the command in a SciJava context without a display, as a script does. */
class DerainImageTest {

	private Context context;

	@BeforeEach
	void start() {
		context = new Context();
	}

	@AfterEach
	void stop() {
		context.dispose();
	}

	/**
	 * Uses the module service, since the command service returns no future for a command with choices that are looked
	 * up late.
	 */
	private Module run(final Object... inputs) throws InterruptedException, ExecutionException {
		final CommandInfo info = context.service(CommandService.class).getCommand(DerainImage.class);
		return context.service(ModuleService.class).run(info, true, inputs).get();
	}

	private static ImagePlus derained(final Module module) {
		return (ImagePlus) module.getOutput("derained");
	}

	@Test
	void isInTheMenu() {
		final CommandInfo info = context.service(CommandService.class).getCommand(DerainImage.class);
		assertEquals("Plugins > DRSformer > Derain Image...", info.getMenuPath().getMenuString());
	}

	@Test
	void everyInputHasAPlainLabelAndADescription() {
		final CommandInfo info = context.service(CommandService.class).getCommand(DerainImage.class);
		for (final ModuleItem<?> item : info.inputs()) {
			if (item.getType().getName().startsWith("org.scijava"))
				continue;
			assertTrue(item.getName().matches("[a-z]+"), item.getName());
			assertFalse(item.getDescription().isBlank(), item.getName());
			assertTrue(item.getType() == ImagePlus.class || !item.isPersisted(), item.getName());
		}
	}

	/** SciJava gives the command an empty image for what it cannot make an image of ImageJ of. */
	@Test
	void anImageOfImglib2IsRefused() throws Exception {
		final Cancelable refused = (Cancelable) run("image", ArrayImgs.unsignedBytes(20, 12));
		assertTrue(refused.isCanceled());
		assertTrue(refused.getCancelReason().startsWith("Derain Image... has no image: open one first, or give "),
			refused.getCancelReason());
	}

	@Test
	void rgb() throws Exception {
		final int[] pixels = new int[20 * 12];
		Arrays.setAll(pixels, i -> 0xff000000 | 0x030201 * (i & 63));
		final ImagePlus rainy = new ImagePlus("street.png", new ColorProcessor(20, 12, pixels.clone()));
		final ImagePlus clean = derained(run("image", rainy));
		assertEquals("street-derained.png", clean.getTitle());
		assertEquals(ImagePlus.COLOR_RGB, clean.getType());
		assertEquals(20, clean.getWidth());
		assertEquals(12, clean.getHeight());
		assertTrue(Arrays.equals(pixels, (int[]) rainy.getProcessor().getPixels()), "the input is left as it is");
		assertFalse(Arrays.equals(pixels, (int[]) clean.getProcessor().getPixels()));
	}

	/** The name of the model tells the task. */
	@ParameterizedTest
	@CsvSource({ "r_d8_withbias,motion_deblurring,street-deblurred.png,street-blur.png",
		"r_d8_withbias,my-denoiser,street-denoised.png,street-noise.png",
		"r_d8_withbias,restormer-derain,street-derained.png,street-rain.png" })
	void titlesTellTheTask(final String fixture, final String name, final String title, final String layer,
		@TempDir final Path folder) throws Exception
	{
		final Path file = folder.resolve(name + ".pth");
		FixtureWeights.generate("fixtures/" + fixture + "/manifest.json").write(file);
		final ImagePlus image = new ImagePlus("street.png", new ColorProcessor(16, 16));
		final Module module = run("image", image, "model", file.toString(), "device", "cpu", "rain", true);
		assertEquals(title, derained(module).getTitle());
		assertEquals(layer, ((ImagePlus) module.getOutput("rainlayer")).getTitle());
	}

	/** A network of one channel takes the channels of an RGB image one by one. */
	@Test
	void aGrayRestormerTakesGrayAndColorImages(@TempDir final Path folder) throws Exception {
		final Path file = folder.resolve("gray-denoise.pth");
		FixtureWeights.generate("fixtures/r_d8_biasfree_bias_gray/manifest.json").write(file);
		final ImagePlus gray = derained(
			run("image", new ImagePlus("cells.tif", new ShortProcessor(20, 12)), "model", file.toString()));
		assertEquals(ImagePlus.GRAY16, gray.getType());
		assertEquals("cells-denoised.tif", gray.getTitle());
		assertEquals(ImagePlus.COLOR_RGB,
			derained(run("image", new ImagePlus("street.png", new ColorProcessor(20, 12)), "model", file.toString()))
				.getType());
	}

	@Test
	void aModelForTwoViewsIsRefusedWithASentence(@TempDir final Path folder) throws Exception {
		final Path file = folder.resolve("dual.pth");
		FixtureWeights.generate("fixtures/r_d8_dual_pixel/manifest.json").write(file);
		final Module module = run("image", new ImagePlus("street.png", new ColorProcessor(20, 12)), "model",
			file.toString());
		assertTrue(
			((Cancelable) module).getCancelReason()
				.startsWith("The model dual needs the two views of a dual-pixel camera, 6 channels together"),
			((Cancelable) module).getCancelReason());
		assertNull(derained(module));
	}

	@Test
	void aCalibratedHyperstackKeepsWhatItIs() throws Exception {
		final ImageStack stack = new ImageStack(16, 10);
		for (int i = 0; i < 6; i++) {
			final short[] pixels = new short[160];
			Arrays.fill(pixels, (short) (100 * i));
			stack.addSlice("plane " + i, new ShortProcessor(16, 10, pixels, null));
		}
		final ImagePlus rainy = new ImagePlus("film", stack);
		rainy.setDimensions(1, 2, 3);
		rainy.getCalibration().pixelWidth = 0.25;
		rainy.getCalibration().setUnit("mm");
		rainy.setDisplayRange(10, 400);
		final ImagePlus clean = derained(run("image", rainy, "model", "compact", "device", "cpu", "range", "0..4095"));
		assertEquals(List.of(16, 10, 1, 2, 3), Arrays.stream(clean.getDimensions()).boxed().toList());
		assertEquals(ImagePlus.GRAY16, clean.getType());
		assertEquals(0.25, clean.getCalibration().pixelWidth);
		assertEquals("mm", clean.getCalibration().getUnit());
		assertEquals("plane 4", clean.getStack().getSliceLabel(5));
		assertEquals(400, clean.getDisplayRangeMax());
	}

	@ParameterizedTest
	@CsvSource({ "model,rain200x", "device,tpu", "range,white", "device,gpu:77" })
	void aBadValueCancelsWithASentence(final String key, final String value) throws Exception {
		final Module module = run("image", new ImagePlus("x", new ByteProcessor(8, 8)), key, value);
		final Cancelable cancelable = (Cancelable) module;
		assertTrue(cancelable.isCanceled());
		assertTrue(cancelable.getCancelReason().contains(value), cancelable.getCancelReason());
		assertNull(derained(module));
	}

	@Test
	void offersTheModelsAtHand() throws Exception {
		final Module module = run("image", new ImagePlus("x", new ByteProcessor(8, 8)));
		assertEquals("compact", new ArrayList<>(module.getInfo().getInput("model").getChoices()).get(0));
	}

	private static ImagePlus street() {
		return new ImagePlus("street.png", new ByteProcessor(8, 8));
	}

	private static String reason(final Module module) {
		return ((Cancelable) module).getCancelReason();
	}

	@Test
	void aResultThatIsInNoFileCountsAsChanged(@TempDir final Path folder) throws Exception {
		final Module module = run("image", street(), "rain", true);
		assertTrue(derained(module).changes);
		assertTrue(((ImagePlus) module.getOutput("rainlayer")).changes);
		final Module saved = run("image", street(), "rain", true, "save", folder.resolve("clean.tif").toFile());
		assertFalse(derained(saved).changes);
		assertFalse(((ImagePlus) saved.getOutput("rainlayer")).changes);
	}

	@Test
	void theDialogAsksBeforeFilesAreReplaced(@TempDir final Path folder) throws Exception {
		final Path file = folder.resolve("clean.tif");
		final Module module = run("image", street(), "rain", true, "save", file.toFile());
		final AfterDialog command = (AfterDialog) module.getDelegateObject();
		assertEquals(file + " and " + folder.resolve("clean-rain.tif") + " exist already and will be replaced.",
			command.question());
		module.setInput("rain", false);
		assertEquals(file + " exists already and will be replaced.", command.question());
		module.setInput("save", folder.resolve("other.tif").toFile());
		assertEquals("", command.question());
		module.setInput("save", folder.resolve("planes").toFile());
		assertEquals("", command.question());
		run("image", street(), "save", folder.resolve("planes").toFile());
		assertEquals(folder.resolve("planes/street-derained-0001.tif") + " exists already and will be replaced.",
			command.question());
		module.setInput("save", null);
		assertEquals("", command.question());
	}

	@Test
	void aClosedImageIsToldInASentence() throws Exception {
		final ImagePlus image = street();
		image.close();
		image.flush();
		assertEquals("The image street.png has been closed; open it again.", reason(run("image", image)));
		assertEquals("The image street.png has been closed; open it again.",
			reason(run("image", image, "compare", true)));
	}

	@Test
	void thePreviewDependsOnWhatChangesThePixelsOnly() {
		final Module module = context.service(ModuleService.class)
			.createModule(context.service(CommandService.class).getCommand(DerainImage.class));
		final DerainImage command = (DerainImage) module.getDelegateObject();
		final List<Object> before = command.choices();
		for (final String other : List.of("rain", "compare", "inplace"))
			module.setInput(other, true);
		module.setInput("save", new File("derained"));
		module.setInput("planes", "current");
		assertEquals(before, command.choices());
		for (final String input : List.of("model", "device", "memory", "range", "channels")) {
			final Object value = module.getInput(input);
			module.setInput(input, "another");
			assertNotEquals(before, command.choices(), input);
			module.setInput(input, null);
			assertNotEquals(before, command.choices(), input);
			module.setInput(input, value);
		}
		assertEquals(before, command.choices());
	}

	@Test
	void beforeAndAfterNeedsTheImageAsItWas() throws Exception {
		assertEquals("A window before and after needs the image as it was; leave out inplace or compare.",
			reason(run("image", street(), "inplace", true, "compare", true)));
		assertEquals("street-derained.png", derained(run("image", street(), "compare", true)).getTitle());
	}
}
