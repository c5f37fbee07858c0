package org.drsformer.engine;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/**
 * How glibc manages the memory of libtorch's arrays. By its own settings it returns every large array to the system at
 * once, and the system clears the same pages anew for the next array: that took about half of the time of a network.
 * Other C libraries are left as they are.
 */
final class Allocator {

	private static final Logger LOG = LoggerFactory.getLogger(Allocator.class);

	// the names that malloc.h gives to the numbers
	private static final int M_TRIM_THRESHOLD = -1;
	private static final int M_TOP_PAD = -2;
	private static final int M_MMAP_THRESHOLD = -3;

	/** Free memory at the end of an arena that is kept, in bytes: all that mallopt can be told. */
	private static final int KEPT = Integer.MAX_VALUE;
	/** Bytes by which an arena grows at least. */
	private static final int GROWTH = 64 << 20;
	/** Larger arrays, in bytes, come from the system alone: no arena but the first has room for them. */
	private static final int LARGEST = 32 << 20;

	/** Variables by which the user may have made these settings. */
	private static final List<String> VARIABLES = List.of("GLIBC_TUNABLES", "MALLOC_TRIM_THRESHOLD_", "MALLOC_TOP_PAD_",
		"MALLOC_MMAP_THRESHOLD_");

	private Allocator() {
		// static functions only
	}

	/** Lets free memory stay with this process until {@link #trim}, unless the user's environment has settings. */
	static void keep() {
		if (!Platform.isLinux() || VARIABLES.stream().anyMatch(name -> System.getenv(name) != null))
			return;
		try {
			final NativeLibrary c = NativeLibrary.getInstance("c");
			if (isGlibc(c)) {
				set(c, M_TRIM_THRESHOLD, KEPT);
				set(c, M_TOP_PAD, GROWTH);
				set(c, M_MMAP_THRESHOLD, LARGEST);
			}
		}
		catch (final RuntimeException | LinkageError failure) {
			LOG.debug("The memory allocator keeps its own settings, and networks are slower", failure);
		}
	}

	private static void set(final NativeLibrary c, final int name, final int value) {
		if (c.getFunction("mallopt").invokeInt(new Object[] { name, value }) == 0)
			LOG.debug("mallopt refuses the value {} of {}", value, name);
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
