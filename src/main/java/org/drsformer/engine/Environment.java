package org.drsformer.engine;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * The environment of this process as native libraries read it when they are loaded. Java's own view of the environment
 * does not change.
 */
final class Environment {

	private Environment() {
		// static functions only
	}

	/**
	 * Sets a variable, unless the user has set it.
	 *
	 * @throws RuntimeException or LinkageError if the variable cannot be set
	 */
	static void setDefault(final String name, final String value) {
		if (System.getenv(name) != null)
			return;
		if (Platform.isWindows())
			NativeLibrary.getInstance("kernel32")
				.getFunction("SetEnvironmentVariableA")
				.invokeInt(new Object[] { name, value });
		else
			NativeLibrary.getInstance("c").getFunction("setenv").invokeInt(new Object[] { name, value, 0 });
	}
}
