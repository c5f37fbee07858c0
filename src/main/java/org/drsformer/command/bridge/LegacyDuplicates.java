package org.drsformer.command.bridge;

import java.util.ArrayList;
import java.util.List;

import org.scijava.event.EventHandler;
import org.scijava.module.ModuleInfo;
import org.scijava.module.ModuleService;
import org.scijava.module.event.ModulesAddedEvent;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * Keeps each of our commands from being listed twice in Fiji's search bar: imagej-legacy makes commands of the entries
 * in plugins.config, also of those of {@link CommandBridge}, in whose place it then puts our own commands in the menu.
 */
@Plugin(type = Service.class)
public final class LegacyDuplicates extends AbstractService implements SciJavaService {

	private static final String TWIN = "legacy:" + CommandBridge.class.getName();

	@Parameter
	private ModuleService modules;

	@Override
	public void initialize() {
		remove(modules.getModules());
	}

	/** Called by SciJava. */
	@EventHandler
	void onEvent(final ModulesAddedEvent event) {
		remove(event.getItems());
	}

	private void remove(final Iterable<? extends ModuleInfo> added) {
		final List<ModuleInfo> twins = new ArrayList<>();
		for (final ModuleInfo info : added)
			if (info.getIdentifier().startsWith(TWIN))
				twins.add(info);
		if (!twins.isEmpty())
			modules.removeModules(twins);
	}
}
