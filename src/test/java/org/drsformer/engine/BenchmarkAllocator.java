package org.drsformer.engine;

/** Gives benchmarks the settings of memory that the start of PyTorch makes, also in processes without PyTorch. */
public final class BenchmarkAllocator {

	private BenchmarkAllocator() {
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
