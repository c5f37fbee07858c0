package org.drsformer.command.option;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;

import org.drsformer.DrsformerException;
import org.drsformer.macro.OpenedImages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.log.LogService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.plugin.Parameter;

import ij.ImagePlus;
import ij.WindowManager;
import ij.process.ByteProcessor;

class MacroInputsTest {

	private final Context context = new Context(ModuleService.class, LogService.class);

	/** A command with an input of every kind. */
	public static final class Everything implements Command {

		@Parameter
		private LogService log;
		@Parameter
		private ImagePlus image;
		@Parameter
		private File input;
		@Parameter(required = false)
		private File csv;
		@Parameter(choices = { "auto", "cpu" })
		private String device = "auto";
		@Parameter
		private String model = "compact";
		@Parameter(min = "1", max = "9")
		private int first = 1;
		@Parameter(min = "0")
		private double range;
		@Parameter
		private boolean rain;
		@Parameter(min = "0")
		private int last;
		@Parameter
		private long seed;

		@Override
		public void run() {
			log.info(this);
		}
	}

	/** Closes images that macro tests in this JVM may have left open. */
	@BeforeEach
	void closeImages() {
		OpenedImages.closeAll();
	}

	@AfterEach
	void stop() {
		WindowManager.setTempCurrentImage(null);
		context.dispose();
	}

	private Module set(final String options) {
		final Module module = context.service(ModuleService.class).createModule(new CommandInfo(Everything.class));
		MacroInputs.set(module, options);
		return module;
	}

	private static ImagePlus open() {
		final ImagePlus image = new ImagePlus("street", new ByteProcessor(2, 2));
		WindowManager.setTempCurrentImage(image);
		return image;
	}

	@Test
	void whatIsGivenIsSetAndTheRestHasItsDefault() {
		final ImagePlus image = open();
		final Module module = set("input=[/a b] device=cpu first=9 range=0.5 rain model=/x/y.pth");
		assertEquals(image, module.getInput("image"));
		assertEquals(new File("/a b"), module.getInput("input"));
		assertEquals("cpu", module.getInput("device"));
		assertEquals(9, module.getInput("first"));
		assertEquals(0.5, module.getInput("range"));
		assertEquals(true, module.getInput("rain"));
		assertEquals("/x/y.pth", module.getInput("model"));
		assertNull(module.getInput("csv"));
		MacroInputs.items(module).forEach(item -> assertTrue(module.isInputResolved(item.getName()), item.getName()));
		assertEquals(1, set("input=x").getInput("first"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"input=x tile=4|has no option \"tile\"|use image, input, csv, device, model, first, range, rain, last," +
			" seed.", //
		"input=x device=tpu|The option device of|cannot be \"tpu\"; use one of auto, cpu.", //
		"input=x first=abc|The option first of|cannot be \"abc\"; write a whole number from 1 to 9.", //
		"input=x first=1.5|The option first of|write a whole number from 1 to 9.", //
		"input=x first=10|The option first of|write a whole number from 1 to 9.", //
		"input=x first=4294967298|The option first of|write a whole number from 1 to 9.", //
		"input=x last=4294967298|The option last of|cannot be \"4294967298\"; write a whole number from 0 to" +
			" 2147483647.", //
		"input=x last=1e1|The option last of|write a whole number from 0.", //
		"input=x last=1,000|The option last of|write a whole number from 0.", //
		"input=x last=0x10|The option last of|write a whole number from 0.", //
		"input=x last=NaN|The option last of|write a whole number from 0.", //
		"input=x last=\u0663|The option last of|write a whole number from 0.", //
		"input=x last|The option last of|write a whole number from 0.", //
		"input=x last=|The option last of|write a whole number from 0.", //
		"input=x seed=9223372036854775808|The option seed of|" +
			"write a whole number from -9223372036854775808 to 9223372036854775807.", //
		"input=x seed=1.2346E10|The option seed of|write a whole number.", //
		"input=x range=1e400|The option range of|cannot be \"1e400\"; write a number from 0.", //
		"input=x range=1e-400|The option range of|write a number from 0.", //
		"input=x range=0,5|The option range of|write a number from 0.", //
		"input=x range=0x1p3|The option range of|write a number from 0.", //
		"input=x range=-1|The option range of|write a number from 0.", //
		"input=x range=NaN|The option range of|write a number from 0.", //
		"input=x rain=yes|The option rain of|cannot be \"yes\"; use true or false.", //
		"input=x image=night|There is no open image with the title or id \"night\"|no image is open.", //
		"input=|The option input of|name a file or folder.", //
		"input=a\0b|A file or folder named \"a|cannot exist on this system; if the system setting lacks letters of the" +
			" name, set LC_ALL=C.UTF-8, or rename it.", //
		"rain|The option input of|is missing; give it the path of a file or folder." })
	void whatCannotBeIsASentence(final String options, final String start, final String end) {
		open();
		final String sentence = assertThrows(DrsformerException.class, () -> set(options)).getMessage();
		assertTrue(sentence.contains(start), sentence);
		assertTrue(sentence.endsWith(end), sentence);
	}

	@Test
	void numbersArriveAsTheyAreWritten() {
		open();
		final Module module = set("input=x seed=9007199254740993 last=2147483647 range=1e-3 first=3.0");
		assertEquals(9007199254740993L, module.getInput("seed"));
		assertEquals(Integer.MAX_VALUE, module.getInput("last"));
		assertEquals(1e-3, module.getInput("range"));
		assertEquals(3, module.getInput("first"));
	}

	@Test
	void withoutAnImageItSaysSo() {
		final String sentence = assertThrows(DrsformerException.class, () -> set("input=x")).getMessage();
		assertEquals("There is no image open; open one first.", sentence);
	}
}
