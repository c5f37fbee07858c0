package org.drsformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;

/**
 * ImageJ2 patches the classes of ImageJ before they are loaded, by a service of its own. So what SciJava creates of
 * ours must not load any of them before it is used: a class that is loaded already stays unpatched.
 */
class EarlyClassesTest {

	/** Loads the classes of the class path once more, and notes those of ImageJ. */
	private static final class Recorder extends URLClassLoader {

		/** The classes of ImageJ, and who loaded each of them first. */
		private final Map<String, Throwable> ofImagej = new ConcurrentSkipListMap<>();

		private Recorder() {
			super(classPath(), ClassLoader.getPlatformClassLoader());
		}

		private static URL[] classPath() {
			final List<URL> urls = new ArrayList<>();
			for (final String entry : System.getProperty("java.class.path").split(File.pathSeparator))
				// ImageJ2 itself is there in the profile fiji
				if (!entry.contains("imagej-legacy"))
					urls.add(url(entry));
			return urls.toArray(URL[]::new);
		}

		private static URL url(final String entry) {
			try {
				return new File(entry).toURI().toURL();
			}
			catch (final MalformedURLException impossible) {
				throw new AssertionError(impossible);
			}
		}

		@Override
		protected Class<?> loadClass(final String name, final boolean resolve) throws ClassNotFoundException {
			if (name.startsWith("ij."))
				ofImagej.putIfAbsent(name, new Throwable(name));
			return super.loadClass(name, resolve);
		}
	}

	@Test
	void aStartWithAllOfOurPluginsLoadsNoClassOfImagej() throws Exception {
		final Thread thread = Thread.currentThread();
		final ClassLoader before = thread.getContextClassLoader();
		try (Recorder recorder = new Recorder()) {
			// SciJava finds its plugins by this loader
			thread.setContextClassLoader(recorder);
			final Class<?> start = recorder.loadClass(EarlyStart.class.getName());
			final Object created = ((Supplier<?>) start.getDeclaredConstructor().newInstance()).get();
			assertTrue(
				((Set<?>) created).containsAll(
					List.of("org.drsformer.command.DefaultDerainService", "org.drsformer.command.ShownOutputs",
						"org.drsformer.command.option.MacroDefaults", "command:org.drsformer.command.DerainImage")),
				created::toString);
			assertEquals(Map.of(), recorder.ofImagej, () -> trace(recorder.ofImagej));
		}
		finally {
			thread.setContextClassLoader(before);
		}
	}

	/** Returns who loaded one of the classes. */
	private static String trace(final Map<String, Throwable> loaded) {
		final StringWriter text = new StringWriter();
		loaded.values().iterator().next().printStackTrace(new PrintWriter(text));
		return text.toString();
	}
}
