package org.drsformer.cli;

import java.util.concurrent.Callable;

import org.drsformer.check.InstallationCheck;
import org.drsformer.cli.console.ConsoleProgress;
import org.drsformer.cli.console.ExitCode;
import org.drsformer.cli.console.OrderlyEnd;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows whether everything that deraining needs is there. */
@Command(name = "doctor",
	description = {
		"Checks the installation: engine, native libraries, device, memory, cache folder and models, and runs a timed" +
			" self-test." })
final class DoctorCommand implements Callable<Integer> {

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		final ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr(), false, System::nanoTime);
		OrderlyEnd.await(progress::cancel);
		final InstallationCheck check = InstallationCheck.run(progress);
		spec.commandLine().getOut().print(check.text());
		spec.commandLine().getOut().flush();
		return check.passed() ? 0 : ExitCode.FAILED;
	}
}
