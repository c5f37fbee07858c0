package org.drsformer.command.dialog.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.DrsformerException;
import org.drsformer.command.DerainFolder;
import org.drsformer.command.DerainImage;
import org.drsformer.command.Models;
import org.drsformer.command.SynthesizeRain;
import org.drsformer.command.Train;
import org.drsformer.command.option.MacroInputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

import ij.ImagePlus;

/** Uses the fields of the dialogs without a display, as a user would. */
class InputsTest {

	@TempDir
	private Path folder;
	private String before;
	private Context context;
	private Module module;

	@BeforeEach
	void start() {
		before = System.setProperty("imagej.dir", folder.toString());
		context = new Context();
	}

	@AfterEach
	void stop() {
		context.dispose();
		if (before == null)
			System.clearProperty("imagej.dir");
		else
			System.setProperty("imagej.dir", before);
	}

	private Inputs inputs(final Class<? extends Command> command) {
		module = context.service(ModuleService.class)
			.createModule(context.service(CommandService.class).getCommand(command));
		return new Inputs(module,
			MacroInputs.items(module).stream().filter(item -> item.getType() != ImagePlus.class).toList());
	}

	private static void enter(final Inputs inputs, final String... texts) {
		for (int i = 0; i < texts.length; i += 2)
			inputs.field(texts[i]).show(texts[i + 1]);
	}

	private static List<String> texts(final Inputs inputs, final String... names) {
		return List.of(names).stream().map(name -> inputs.field(name).text()).toList();
	}

	/** The numbers are those of Recipe: FINE_TUNING, COMPACT and PAPER. */
	@Test
	void theUsualValuesAreThoseOfTheChosenSize() {
		final Inputs train = inputs(Train.class);
		assertEquals(List.of("2000", "0.0002", "4x64"), texts(train, "steps", "rate", "patches"));
		enter(train, "from", "scratch");
		assertEquals(List.of("16000", "0.0012", "4x64:60,2x96:25,2x128:15"), texts(train, "steps", "rate", "patches"));
		enter(train, "preset", "paper");
		assertEquals(List.of("300000", "0.0003", "16x128"), texts(train, "steps", "rate", "patches"));
		enter(train, "from", "compact");
		assertEquals(List.of("2000", "0.0002", "4x64"), texts(train, "steps", "rate", "patches"));
	}

	/** Whoever learns only ordinary rain need not keep it. */
	@Test
	void theUsualShareOfOrdinaryRainIsThatOfTheChosenImages() {
		final Inputs train = inputs(Train.class);
		assertEquals(List.of("0"), texts(train, "keep"));
		enter(train, "clean", "/data/clean", "rain", "rain200h");
		assertEquals(List.of("0.3"), texts(train, "keep"));
		enter(train, "from", "scratch");
		assertEquals(List.of("0"), texts(train, "keep"));
		enter(train, "from", "compact", "rain", "mixed", "pairs", "/data/pairs", "output", folder.toString());
		assertEquals(List.of("0.3"), texts(train, "keep"));
		assertTrue(train.finish());
		assertEquals("", module.getInput("keep"), "the command finds it again");
		enter(train, "keep", "0");
		assertTrue(train.finish());
		assertEquals("0", module.getInput("keep"));
	}

	@Test
	void usualValuesReachTheCommandAsItsDefaults() {
		final Inputs train = inputs(Train.class);
		enter(train, "output", folder.toString());
		assertTrue(train.finish());
		assertEquals(List.of(0L, 0.0, ""),
			List.of(module.getInput("steps"), module.getInput("rate"), module.getInput("patches")));
		assertTrue(module.isInputResolved("steps") && module.isInputResolved("output"));
	}

	@Test
	void whatTheUserHasTypedStaysWhenTheSizeChanges() {
		final Inputs train = inputs(Train.class);
		enter(train, "rate", "3e-5", "steps", "", "from", "scratch", "output", folder.toString());
		assertEquals(List.of("16000", "3e-5"), texts(train, "steps", "rate"));
		train.finish();
		assertEquals(3e-5, module.getInput("rate"));
	}

	/** The first digit of a number is often that of the default. */
	@Test
	void nothingReplacesANumberWhileItIsTyped() {
		final Inputs train = inputs(Train.class);
		for (final String typed : List.of("", "0", "0.", "0.0", "0.00005")) {
			enter(train, "rate", typed);
			assertEquals(typed, train.field("rate").text());
		}
		assertEquals(0.00005, module.getInput("rate"));
	}

	@Test
	void theRangeIsOffUnlessPlanesAreARange() {
		final Inputs derain = inputs(DerainImage.class);
		assertFalse(isEnabled(derain, "first") || isEnabled(derain, "last"));
		enter(derain, "planes", "range", "first", "2", "last", "3");
		assertTrue(isEnabled(derain, "first") && isEnabled(derain, "last"));
		derain.finish();
		assertEquals(List.of(2, 3), List.of(module.getInput("first"), module.getInput("last")));
		enter(derain, "planes", "all");
		assertFalse(isEnabled(derain, "first") || isEnabled(derain, "last"));
		derain.finish();
		assertEquals(List.of(1, 0), List.of(module.getInput("first"), module.getInput("last")));
	}

	@ParameterizedTest
	@CsvSource({ "from,compact,keep,true", "from,compact,preset,false", "from,scratch,keep,false",
		"from,scratch,preset,true", "resume,true,steps,false", "resume,true,from,false", "clean,photos,rain,true",
		"clean,'',rain,false" })
	void fieldsOfTrainThatDoNotMatterAreOff(final String name, final String text, final String other,
		final boolean on)
	{
		final Inputs train = inputs(Train.class);
		enter(train, name, text);
		assertEquals(on, train.isOn(other));
	}

	@ParameterizedTest
	@CsvSource({ "none,level,true", "none,angle,false", "rain200l,angle,true", "rain200l,level,false",
		"mixed,angle,false" })
	void fieldsOfRainThatDoNotMatterAreOff(final String preset, final String other, final boolean on) {
		final Inputs rain = inputs(SynthesizeRain.class);
		enter(rain, "preset", preset);
		assertEquals(on, rain.isOn(other));
	}

	/** A dropped folder does so. */
	@Test
	void resumeThatIsTurnedOffLetsOtherFieldsMatterAgain() {
		final Inputs train = inputs(Train.class);
		enter(train, "resume", "true");
		assertFalse(isEnabled(train, "steps"));
		train.field("resume").show("false");
		assertTrue(isEnabled(train, "steps"));
	}

	/** The action is not asked for when a script has given it. */
	@Test
	void aDroppedFileNeedsNoFieldThatIsNotAskedFor() {
		inputs(Models.class);
		final Inputs models = new Inputs(module,
			MacroInputs.items(module).stream().filter(item -> !item.getName().equals("action")).toList());
		assertTrue(models.accept(new File("rain.pth")));
	}

	private static boolean isEnabled(final Inputs inputs, final String name) {
		return inputs.field(name).component().isEnabled();
	}

	@ParameterizedTest
	@CsvSource({ "steps,many,Steps cannot be \"many\"; write a whole number from 0", "steps,-3,Steps cannot be \"-3\"",
		"rate,'0,001',point as the decimal sign", "output,'',Output is missing; choose a file or folder" })
	void invalidTextsAreToldBeforeTheCommandRuns(final String name, final String text, final String sentence) {
		final Inputs train = inputs(Train.class);
		enter(train, "output", folder.toString(), name, text);
		final String told = assertThrows(DrsformerException.class, train::finish).getMessage();
		assertTrue(told.contains(sentence), told);
		assertFalse(module.isInputResolved("steps"));
	}

	@Test
	void remembersWhatWasEntered() {
		final Map<String, String> memory = new HashMap<>();
		final Inputs first = inputs(Train.class);
		enter(first, "from", "scratch", "rate", "0.004", "output", "/data/out", "live", "false");
		first.remember(memory::put);
		final Inputs second = inputs(Train.class);
		second.restore(memory::get);
		assertEquals(List.of("scratch", "0.004", "/data/out", "false", "16000"),
			texts(second, "from", "rate", "output", "live", "steps"));
		enter(second, "preset", "paper");
		assertEquals("300000", second.field("steps").text());
		second.reset();
		assertEquals(List.of("compact", "0.0002", "", "2000"), texts(second, "from", "rate", "output", "steps"));
	}

	/** A model may be removed, and a GPU may be taken out. */
	@Test
	void whatIsGoneIsNotRestored() {
		final Inputs derain = inputs(DerainImage.class);
		derain.restore(Map.of("model", "removed", "device", "gpu:7", "planes", "some", "memory", "2g")::get);
		assertEquals(List.of("compact", "auto", "all", "2g"), texts(derain, "model", "device", "planes", "memory"));
		derain.restore(Map.of("model", "rain200h")::get);
		assertEquals("compact", derain.field("model").text());
	}

	@Test
	void aCheckpointFileIsAModel() {
		final File file = new File("src/test/resources/fixtures/d8_plain/deraining.pth");
		final Inputs derain = inputs(DerainFolder.class);
		derain.restore(Map.of("model", file.getPath(), "input", "in", "output", "out")::get);
		assertTrue(derain.finish());
		assertEquals(file.getPath(), module.getInput("model"));
	}

	@Test
	void aDroppedCheckpointIsImported() {
		final Inputs models = inputs(Models.class);
		assertFalse(models.isOn("file") || models.isOn("model"));
		assertTrue(models.accept(new File("rain.pth")));
		assertTrue(models.isOn("file") && models.isOn("model"));
		enter(models, "model", "mine");
		models.finish();
		assertEquals(List.of("import", new File("rain.pth"), "mine"),
			List.of(module.getInput("action"), module.getInput("file"), module.getInput("model")));
	}

	@Test
	void emptyFilesAreNone() {
		final Inputs models = inputs(Models.class);
		assertTrue(models.finish());
		assertNull(models.field("file").value());
		assertEquals("", module.getInput("model"));
	}
}
