package org.drsformer.command;

import java.util.List;

import org.scijava.Priority;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;
import org.scijava.service.AbstractService;
import org.scijava.service.SciJavaService;
import org.scijava.service.Service;

/**
 * Gives our commands their {@link DrsformerCommandInfo}. Starts before the services that list commands and build menus.
 */
@Plugin(type = Service.class, priority = Priority.EXTREMELY_HIGH)
public final class CommandInfoService extends AbstractService implements SciJavaService {

	@Parameter
	private PluginService plugins;

	@Override
	public void initialize() {
		final String commands = DrsformerCommand.class.getPackageName() + ".";
		final List<PluginInfo<Command>> own = plugins.getPluginsOfType(Command.class)
			.stream()
			.filter(info -> info.getClassName().startsWith(commands))
			.toList();
		plugins.removePlugins(own);
		plugins.addPlugins(own.stream().map(DrsformerCommandInfo::new).toList());
	}
}
