package org.drsformer.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.image.ValueRange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.script.ScriptInfo;
import org.scijava.script.ScriptService;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;

/** Uses the service as scripts do with {@code #@ DerainService derain}. */
class DerainServiceTest {

	private static Commands commands;
	private static DerainService service;

	@BeforeAll
	static void start() {
		commands = new Commands();
		service = commands.context().service(DerainService.class);
	}

	@AfterAll
	static void stop() {
		commands.close();
	}

	@Test
	void scriptsKnowItByItsName() throws Exception {
		assertSame(DerainService.class, commands.context().service(ScriptService.class).lookupClass("DerainService"));
		final ScriptInfo script = new ScriptInfo(commands.context(), "derain.ijm",
			new StringReader("#@ DerainService derain\nprint(1);"));
		assertEquals(DerainService.class, script.getInput("derain").getType());
	}

	private static Img<UnsignedByteType> image() {
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(16, 12, 3);
		int i = 0;
		for (final UnsignedByteType pixel : image)
			pixel.set(41 * i++ % 256);
		return image;
	}

	/** Three frames of one channel. */
	@Test
	void anImageOfTheSameTypeAndSize() {
		final Img<UnsignedByteType> rainy = image();
		final RandomAccessibleInterval<UnsignedByteType> clean = service.derain(rainy);
		assertEquals(3, clean.dimension(2));
		final Cursor<UnsignedByteType> before = rainy.cursor();
		assertEquals(0, before.next().get());
		assertNotEquals(0, differences(image(), clean));
		assertEquals(0, differences(clean, service.derain(image(), "compact")));
	}

	/** One frame of three channels. */
	@Test
	void channelsTogether() {
		final RandomAccessibleInterval<UnsignedByteType> clean = service.derain(image(), 2,
			service.settings("compact").withDevice(ComputeDevice.CPU).withRange(ValueRange.EIGHT_BIT), Progress.NONE);
		assertNotEquals(0, differences(service.derain(image()), clean));
		assertEquals(0, differences(clean, service.derain(image(), "compact", 2)));
	}

	private static int differences(final RandomAccessibleInterval<UnsignedByteType> a,
		final RandomAccessibleInterval<UnsignedByteType> b)
	{
		final Cursor<UnsignedByteType> other = b.cursor();
		int differences = 0;
		for (final UnsignedByteType pixel : a)
			differences += pixel.valueEquals(other.next()) ? 0 : 1;
		return differences;
	}

	@Test
	void modelsAndTheirErrors() {
		assertEquals("compact", service.models().get(0));
		assertTrue(assertThrows(DrsformerException.class, () -> service.derain(image(), "rain200x")).getMessage()
			.contains("rain200x"));
		assertThrows(DrsformerException.class, () -> service.derain(ArrayImgs.floats(5)));
	}

	@Test
	void realNumbers() {
		final Img<FloatType> rainy = ArrayImgs.floats(9, 7);
		rainy.forEach(pixel -> pixel.set(0.5f));
		assertEquals(9, service.derain(rainy).dimension(0));
	}
}
