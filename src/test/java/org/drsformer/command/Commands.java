package org.drsformer.command;

import java.util.concurrent.ExecutionException;

import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** Runs commands in a SciJava context, as scripts do. */
final class Commands implements AutoCloseable {

	private final Context context = new Context();

	Context context() {
		return context;
	}

	CommandModule run(final Class<? extends Command> command, final Object... inputs)
		throws InterruptedException, ExecutionException
	{
		return context.service(CommandService.class).run(command, true, inputs).get();
	}

	@Override
	public void close() {
		context.dispose();
	}
}
