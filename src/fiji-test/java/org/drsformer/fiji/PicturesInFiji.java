package org.drsformer.fiji;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import org.drsformer.command.DerainImage;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;
import org.scijava.script.ScriptModule;

import ij.IJ;
import ij.ImagePlus;
import net.imagej.Dataset;
import net.imagej.axis.Axes;
import net.imglib2.Cursor;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

/** Pictures that scripts give to commands and to the service. */
class PicturesInFiji extends InGateway {

	private static Object output(final String name, final String script, final Map<String, Object> inputs)
		throws Exception
	{
		final ScriptModule module = fiji.script().run(name, script, true, inputs).get();
		return module.getOutputs().values().iterator().next();
	}

	/** Returns how many values of two datasets differ. */
	private static int differences(final Dataset some, final Dataset others) {
		final Cursor<RealType<?>> other = others.cursor();
		int differences = 0;
		for (final RealType<?> value : some)
			differences += value.getRealDouble() == other.next().getRealDouble() ? 0 : 1;
		return differences;
	}

	/** Opens a picture as pyimagej, SciJava's Batch and {@code #@ Dataset} do. */
	private static Dataset picture() throws IOException {
		return (Dataset) fiji.io().open("test-images/light/cat.png");
	}

	@Test
	void scriptsOfTheDocumentsMakePictures() throws Exception {
		final String page = Files.readString(Path.of("docs/macros.md"));
		final String[] scripts = Pattern.compile("(?s)```groovy\n(.*?)```")
			.matcher(page)
			.results()
			.map(block -> block.group(1))
			.toArray(String[]::new);
		final ImagePlus rainy = IJ.openImage("test-images/light/cat.png");
		final ImagePlus clean = (ImagePlus) output("derain-image.groovy", scripts[0], Map.of("image", rainy));
		assertEquals("cat-derained.png", clean.getTitle());
		final Dataset picture = picture();
		final Dataset derained = (Dataset) output("derain-dataset.groovy", scripts[1], Map.of("image", picture));
		assertEquals("derained cat.png", derained.getName());
		assertEquals(2, derained.dimensionIndex(Axes.CHANNEL));
		assertTrue(derained.isRGBMerged());
		assertNotEquals(0, differences(picture, derained));
		final Dataset same = fiji.convert().convert(clean, Dataset.class);
		assertEquals(0, differences(same, derained), "the command and the service derain the same picture");
	}

	@Test
	void aPictureThatArrivesAsADatasetIsColour() throws Exception {
		final ImagePlus clean = (ImagePlus) fiji.command()
			.run(DerainImage.class, true, "image", picture(), "channels", "auto")
			.get()
			.getOutput("derained");
		final ImagePlus expected = (ImagePlus) fiji.command()
			.run(DerainImage.class, true, "image", IJ.openImage("test-images/light/cat.png"))
			.get()
			.getOutput("derained");
		assertArrayEquals((int[]) expected.getProcessor().getPixels(),
			(int[]) clean.flatten().getProcessor().getPixels());
	}

	@Test
	void anImageOfImglib2IsRefusedWithASentence() throws Exception {
		final CommandModule module = fiji.command()
			.run(DerainImage.class, true, "image", ArrayImgs.unsignedBytes(24, 16))
			.get();
		assertTrue(module.isCanceled());
		assertTrue(module.getCancelReason().contains("an ImagePlus or a Dataset"), module.getCancelReason());
	}
}
