package org.drsformer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.cli.console.ExitCode;
import org.drsformer.command.CompareImages;
import org.drsformer.command.DerainFolder;
import org.drsformer.command.DerainImage;
import org.drsformer.command.DerainService;
import org.drsformer.image.file.Case;
import org.drsformer.image.file.ImageFiles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.Macro;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.Type;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;

/**
 * Checks that every file of the table gives the expected value or sentence in the command line, in Fiji's commands, in
 * the macro functions and in the service. The network leaves images unchanged, so that the values are known.
 */
class CasesInAllFacesTest {

	/** The time limit: a second, with room for a slow machine. */
	private static final Duration SOON = Duration.ofSeconds(30);

	@TempDir
	private static Path models;
	private static String model;
	private static Context context;

	@TempDir
	private Path folder;

	static final List<Case> CASES = Case.ALL;

	/** Damaged files are not opened by ImageJ's own reader. */
	static final List<Case> READ = CASES.stream().filter(Case::isRead).toList();

	@BeforeAll
	static void start() {
		context = new Context();
		final Map<String, Tensor> weights = new LinkedHashMap<>(Checkpoint.read(Path.of(Program.MODEL)).tensors());
		// what the network adds to its input
		weights.computeIfPresent("output.weight",
			(name, tensor) -> new Tensor(tensor.shape(), new float[tensor.size()]));
		Checkpoint.of(weights).write(models.resolve("identity.pth"));
		model = models.resolve("identity.pth").toString();
	}

	@AfterAll
	static void stop() {
		context.dispose();
	}

	/** Derains all files of a folder and returns the sentences about those that fail. */
	@FunctionalInterface
	private interface Face {

		String derain(Path input, Path output) throws Exception;
	}

	/** Derains a case that is the only file of its folder. */
	private void check(final Case one, final Face face) throws Exception {
		final Path input = Files.createDirectory(folder.resolve("in"));
		final Path output = folder.resolve("out");
		final Path file = Files.copy(one.path(), input.resolve(one.path().getFileName()));
		final String said = assertTimeoutPreemptively(SOON, () -> face.derain(input, output));
		final List<Path> results = results(output);
		if (one.isRead()) {
			assertEquals(1, results.size(), said);
			assertRight(one, ImageFiles.read(results.get(0)));
		}
		else {
			assertTrue(said.contains(file.toString()) && said.contains(one.refusal()), said);
			assertEquals(List.of(), results);
		}
	}

	/** Returns all files but the manifest. */
	private static List<Path> results(final Path output) {
		if (!Files.exists(output))
			return List.of();
		try (Stream<Path> files = Files.list(output)) {
			return files.filter(file -> !file.toString().endsWith(".jsonl")).toList();
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/** The network computes in floats between 0 and 1. */
	private static void assertRight(final Case one, final ImagePlus image) {
		final double rounding = image.getBitDepth() == 32 ? 1e-7 * image.getProcessor().getStats().max : 0;
		final Case derained = new Case(one.file(), one.width(), one.height(), one.seen(), one.tolerance() + rounding,
			null);
		assertTrue(derained.isRight(image), () -> image + " is not " + one.seen());
	}

	@ParameterizedTest
	@FieldSource("CASES")
	void commandLine(final Case one) throws Exception {
		check(one, (input, output) -> {
			final CommandLineRun run = CommandLineRun.of("derain", "--model", model, "--threads", 1, input, "-o",
				output);
			assertEquals(one.isRead() ? 0 : ExitCode.FAILED, run.code(), run.err());
			return run.err();
		});
	}

	@ParameterizedTest
	@FieldSource("CASES")
	void metrics(final Case one) {
		final Path copy = folder.resolve("copy.tif");
		if (one.isRead())
			ImageFiles.write(seen(ImageFiles.read(one.path())), copy);
		final CommandLineRun run = CommandLineRun.of("metrics", "--protocol", "scientific", "--data-range", 255,
			one.path(), one.isRead() ? copy : one.path());
		assertEquals(one.isRead() ? 0 : ExitCode.FAILED, run.code(), run.err());
		assertTrue(one.isRead() ? run.out().contains("PSNR Infinity") : run.err().contains(one.refusal()),
			run.toString());
	}

	/** Returns the value as it is seen, without an inverted lookup table. */
	private static ImagePlus seen(final ImagePlus image) {
		if (image.isInvertedLut()) {
			image.getProcessor().invert();
			image.getProcessor().invertLut();
		}
		return image;
	}

	private static CommandModule run(final Class<? extends Command> command, final Object... inputs) throws Exception {
		return context.service(CommandService.class).run(command, true, inputs).get();
	}

	@ParameterizedTest
	@FieldSource("CASES")
	void command(final Case one) throws Exception {
		check(one, (input, output) -> {
			final CommandModule module = run(DerainFolder.class, "input", input.toFile(), "output", output.toFile(),
				"model", model);
			assertEquals(!one.isRead(), module.isCanceled(), module.getCancelReason());
			return String.valueOf(module.getCancelReason());
		});
	}

	@ParameterizedTest
	@FieldSource("CASES")
	void macro(final Case one) throws Exception {
		check(one, (input, output) -> {
			final String done = macro("Ext.useModel('" + model + "'); Ext.derainFolder('" + input + "', '" + output +
				"', count); return '' + count;");
			assertEquals(one.isRead() ? "1" : null, done);
			return macro("return Ext.lastError();");
		});
	}

	/** Returns null if the macro was aborted. */
	private static String macro(final String text) {
		try {
			return new Interpreter().run("call('org.drsformer.macro.DrsformerFunctions.register');\n" + text, "");
		}
		catch (final RuntimeException aborted) {
			assertEquals(Macro.MACRO_CANCELED, aborted.getMessage());
			return null;
		}
	}

	@ParameterizedTest
	@FieldSource("CASES")
	void service(final Case one) {
		if (!one.isRead()) {
			assertTrue(assertThrows(DrsformerException.class, () -> ImageFiles.read(one.path())).getMessage()
				.contains(one.refusal()));
			return;
		}
		final ImagePlus image = ImageFiles.read(one.path());
		final ImageStack derained = new ImageStack(image.getWidth(), image.getHeight());
		for (int plane = 1; plane <= image.getStackSize(); plane++)
			derained.addSlice(derained(image.getStack().getProcessor(plane)));
		final ImagePlus result = image.createImagePlus();
		result.setStack(derained);
		assertRight(one, result);
	}

	/** Returns a plane that the service has derained. */
	private static ImageProcessor derained(final ImageProcessor plane) {
		final ImageProcessor result = plane.duplicate();
		final int[] size = { plane.getWidth(), plane.getHeight() };
		if (plane.getPixels() instanceof final byte[] values)
			through(ArrayImgs.unsignedBytes(values, size[0], size[1]),
				ArrayImgs.unsignedBytes((byte[]) result.getPixels(), size[0], size[1]));
		else if (plane.getPixels() instanceof final short[] values)
			through(ArrayImgs.unsignedShorts(values, size[0], size[1]),
				ArrayImgs.unsignedShorts((short[]) result.getPixels(), size[0], size[1]));
		else if (plane.getPixels() instanceof final float[] values)
			through(ArrayImgs.floats(values, size[0], size[1]),
				ArrayImgs.floats((float[]) result.getPixels(), size[0], size[1]));
		else
			through(ArrayImgs.argbs((int[]) plane.getPixels(), size[0], size[1]),
				ArrayImgs.argbs((int[]) result.getPixels(), size[0], size[1]));
		return result;
	}

	private static <T extends Type<T>> void through(final RandomAccessibleInterval<T> plane,
		final RandomAccessibleInterval<T> result)
	{
		Views.iterable(result).forEach(pixel -> pixel.set(result.getType().createVariable()));
		ImgUtil.copy(context.service(DerainService.class).derain(plane, model), result);
	}

	/** Opens images with ImageJ's own reader; the result looks the same. */
	@ParameterizedTest
	@FieldSource("READ")
	void imageThatIsOpen(final Case one) throws Exception {
		final ImagePlus image = IJ.openImage(one.path().toString());
		assumeTrue(image != null, "ImageJ does not open it");
		final CommandModule module = run(DerainImage.class, "image", image, "model", model);
		assertFalse(module.isCanceled(), module.getCancelReason());
		final ImagePlus derained = (ImagePlus) module.getOutput("derained");
		assertArrayEquals(look(image), look(derained), 1);
		derained.close();
	}

	/** Returns the shown plane in RGB. */
	private static double[] look(final ImagePlus image) {
		final BufferedImage shown = image.getBufferedImage();
		final int[] rgb = shown.getRGB(0, 0, shown.getWidth(), shown.getHeight(), null, 0, shown.getWidth());
		return Arrays.stream(rgb)
			.flatMap(c -> IntStream.of(c >> 16 & 0xff, c >> 8 & 0xff, c & 0xff))
			.asDoubleStream()
			.toArray();
	}

	/** Checks that an image shown in colour or inverted is scored as it is seen. */
	@ParameterizedTest
	@FieldSource("READ")
	void comparison(final Case one) throws Exception {
		final ImagePlus image = IJ.openImage(one.path().toString());
		assumeTrue(image != null && image.getBitDepth() == 8, "Other images are what they look like");
		final ImageProcessor colors = image.getProcessor().convertToRGB();
		final ImagePlus seen = new ImagePlus("seen",
			image.getProcessor().isColorLut() ? colors : colors.convertToByteProcessor());
		final CommandModule module = run(CompareImages.class, "result", image, "target", seen, "protocol", "rgb");
		assertFalse(module.isCanceled(), module.getCancelReason());
		final ResultsTable scores = (ResultsTable) module.getOutput("scores");
		assertEquals(Double.POSITIVE_INFINITY, scores.getValue("PSNR", scores.size() - 1));
	}
}
