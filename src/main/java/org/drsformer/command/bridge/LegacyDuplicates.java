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
 * Keeps Fiji's search bar from listing each of our commands twice: imagej-legacy makes a command of each entry in
 * plugins.config, also of those of {@link CommandBridge}, although it puts our own commands in their place in the menu.
 */
@Plugin(type = Service.class)
public final class LegacyDuplicates extends AbstractService implements SciJavaService {

	private static final String DUPLICATE = "legacy:" + CommandBridge.class.getName();

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
		final List<ModuleInfo> duplicates = new ArrayList<>();
		for (final ModuleInfo info : added)
			if (info.getIdentifier().startsWith(DUPLICATE))
				duplicates.add(info);
		if (!duplicates.isEmpty())
			modules.removeModules(duplicates);
	}
}
