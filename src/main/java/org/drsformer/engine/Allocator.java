package org.drsformer.engine;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * The settings with which glibc manages the memory of libtorch's arrays. By default, glibc returns every large array to
 * the system at once, and the system clears the same pages again for the next array. Other C libraries keep their
 * settings.
 */
final class Allocator {

	private static final Logger LOG = LoggerFactory.getLogger(Allocator.class);

	// the names that malloc.h gives to the numbers
	private static final int M_TRIM_THRESHOLD = -1;
	private static final int M_TOP_PAD = -2;
	private static final int M_MMAP_THRESHOLD = -3;

	/** How much free memory at the end of an arena stays, in bytes: the most that mallopt accepts. */
	private static final int KEPT = Integer.MAX_VALUE;
	/** How much an arena grows at least, in bytes. */
	private static final int GROWTH = 64 << 20;
	/** The largest arrays, in bytes, that come from an arena: only the first arena has room for larger ones. */
	private static final int LARGEST = 32 << 20;

	/** Variables by which the user may have made these settings. */
	private static final List<String> VARIABLES = List.of("GLIBC_TUNABLES", "MALLOC_TRIM_THRESHOLD_", "MALLOC_TOP_PAD_",
		"MALLOC_MMAP_THRESHOLD_");

	private Allocator() {
		// static functions only
	}

	/**
	 * Keeps free memory in this process until {@link #trim}, unless the user's environment has settings.
	 *
	 * @return whether glibc has been told so
	 */
	static boolean keep() {
		if (!Platform.isLinux() || VARIABLES.stream().anyMatch(name -> System.getenv(name) != null))
			return false;
		try {
			final NativeLibrary c = NativeLibrary.getInstance("c");
			return isGlibc(c)
				&& set(c, M_TRIM_THRESHOLD, KEPT) & set(c, M_TOP_PAD, GROWTH) & set(c, M_MMAP_THRESHOLD, LARGEST);
		}
		catch (final RuntimeException | LinkageError failure) {
			LOG.debug("The memory allocator keeps its own settings, and networks are slower", failure);
			return false;
		}
	}

	private static boolean set(final NativeLibrary c, final int name, final int value) {
		final boolean done = c.getFunction("mallopt").invokeInt(new Object[] { name, value }) != 0;
		if (!done)
			LOG.debug("mallopt refuses the value {} of {}", value, name);
		return done;
	}

	private static boolean isGlibc(final NativeLibrary c) {
		try {
			c.getFunction("gnu_get_libc_version");
			return true;
		}
		catch (final UnsatisfiedLinkError other) {
			return false;
		}
	}

	/** Returns all free memory to the system; takes some milliseconds for each GiB. */
	static void trim() {
		if (!Platform.isLinux())
			return;
		try {
			final NativeLibrary c = NativeLibrary.getInstance("c");
			if (isGlibc(c))
				c.getFunction("malloc_trim").invokeInt(new Object[] { 0L });
		}
		catch (final RuntimeException | LinkageError failure) {
			LOG.debug("Free memory stays with this process", failure);
		}
	}
}
