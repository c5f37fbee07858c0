package org.drsformer.command;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the command line by a separate class loader, as Fiji loads its jars; the loaders of the system and of the thread
 * know only this class. The first argument is the class path, and the others are those of the command line.
 */
public final class AlienLoaderMain {

	private AlienLoaderMain() {
		// only to be run
	}

	public static void main(final String[] arguments) throws Exception {
		final List<URL> urls = new ArrayList<>();
		for (final String entry : arguments[0].split(File.pathSeparator))
			urls.add(new File(entry).toURI().toURL());
		// without a parent that could know the libraries
		final URLClassLoader loader = new URLClassLoader("alien", urls.toArray(URL[]::new),
			ClassLoader.getPlatformClassLoader());
		final Class<?> main = loader.loadClass("org.drsformer.cli.Main");
		if (main.getClassLoader() != loader)
			throw new IllegalStateException("The class path of this JVM has the plugin on it");
		final String[] rest = new String[arguments.length - 1];
		System.arraycopy(arguments, 1, rest, 0, rest.length);
		main.getMethod("main", String[].class).invoke(null, (Object) rest);
	}
}
