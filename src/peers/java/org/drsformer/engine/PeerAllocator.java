package org.drsformer.engine;

/** Gives a process without PyTorch the settings of memory that the start of PyTorch makes. */
public final class PeerAllocator {

	private PeerAllocator() {
		// static functions only
	}

	/**
	 * Sets the allocator as {@link Torch} does; call it before the other library is loaded.
	 *
	 * @return whether it is set; false if the environment has settings, which then count, or the system is not glibc's
	 */
	public static boolean keep() {
		return Allocator.keep();
	}
}
