package org.drsformer.command.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

import org.drsformer.command.DerainImage;
import org.drsformer.command.dialog.field.Inputs;
import org.drsformer.command.option.MacroInputs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.prefs.PrefService;

import ij.ImagePlus;

class DialogMemoryTest {

	private final Context context = new Context();
	private final Map<String, String> stored = new HashMap<>();

	/** Keeps the preferences of the user as they are. */
	private final PrefService preferences = (PrefService) Proxy.newProxyInstance(getClass().getClassLoader(),
		new Class<?>[] { PrefService.class }, (proxy, method, arguments) -> {
			final String key = ((Class<?>) arguments[0]).getSimpleName() + " " + arguments[1];
			return switch (method.getName()) {
				case "put" -> stored.put(key, (String) arguments[2]);
				case "remove" -> stored.remove(key);
				default -> stored.get(key);
			};
		});

	@AfterEach
	void stop() {
		context.dispose();
	}

	private Module module() {
		return context.service(ModuleService.class)
			.createModule(context.service(CommandService.class).getCommand(DerainImage.class));
	}

	private static Inputs inputs(final Module module) {
		return new Inputs(module,
			MacroInputs.items(module).stream().filter(item -> item.getType() != ImagePlus.class).toList());
	}

	@Test
	void theNextDialogShowsTheLastValues() {
		final DialogMemory memory = DialogMemory.of(module(), preferences);
		final Inputs first = inputs(module());
		first.restore(Map.of("planes", "range", "last", "4", "save", "/tmp/clean.tif")::get);
		memory.save(first);
		final Module module = module();
		memory.load(inputs(module));
		assertEquals("range", module.getInput("planes"));
		assertEquals(4, module.getInput("last"));
		assertEquals("/tmp/clean.tif", stored.get("DerainImage dialog.save"));
	}

	/** A second image must not replace the result of the first. */
	@Test
	void afterASuccessTheNameOfTheWrittenFileIsForgotten() {
		stored.put("DerainImage dialog.save", "/tmp/clean.tif");
		stored.put("DerainImage dialog.planes", "range");
		DialogMemory.of(module(), preferences).forgetOutputs(module());
		assertEquals(Map.of("DerainImage dialog.planes", "range"), stored);
	}
}
