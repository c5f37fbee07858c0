package org.drsformer.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.drsformer.DrsformerException;

import com.sun.jna.NativeLibrary;

/** Starts the engine in a JVM of its own, since it starts only once in each, and prints the outcome. */
final class EngineStart {

	private EngineStart() {
		// static functions only
	}

	/** @param variables the environment variables to print as native libraries see them */
	public static void main(final String[] variables) {
		for (int attempt = 0; attempt < 2; attempt++)
			try {
				Torch.resolve(ComputeDevice.CPU);
				System.out.println("started");
			}
			catch (final DrsformerException failure) {
				System.out.println(failure.getMessage());
			}
		for (final String variable : variables)
			System.out.println(variable + "=" +
				NativeLibrary.getInstance("c").getFunction("getenv").invokeString(new Object[] { variable }, false));
	}

	/** Returns what a start prints with these options of the JVM and this environment. */
	static List<String> lines(final List<String> options, final Map<String, String> environment,
		final String... variables) throws IOException
	{
		final List<String> command = new ArrayList<>(
			List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
				"-XX:TieredStopAtLevel=1", "-Dai.djl.offline=true"));
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), EngineStart.class.getName()));
		command.addAll(List.of(variables));
		final ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
		// the tests have one, see pom.xml
		builder.environment().remove("ONEDNN_PRIMITIVE_CACHE_CAPACITY");
		builder.environment().putAll(environment);
		return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
	}
}
