package org.drsformer.command;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.check.InstallationCheck;
import org.drsformer.command.window.Display;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows whether everything that deraining needs is there. */
@Plugin(type = Command.class, headless = true,
	menu = { @Menu(label = "Plugins"), @Menu(label = "DRSformer"), @Menu(label = "Check Installation") })
public final class CheckInstallation extends DrsformerCommand {

	@Parameter(label = "Report", type = ItemIO.OUTPUT)
	private String report;

	@Override
	String task() {
		return "Check the installation";
	}

	@Override
	void work(final Progress progress) {
		final InstallationCheck check = InstallationCheck.run(progress);
		report = Display.text("Installation of DRSformer", check.text());
		if (!check.passed())
			throw new DrsformerException("The installation is not complete: " +
				check.findings().stream().filter(finding -> !finding.good()).findFirst().orElseThrow().text());
	}
}
