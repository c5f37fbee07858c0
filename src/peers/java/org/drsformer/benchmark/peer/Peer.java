package org.drsformer.benchmark.peer;

/** A network that is loaded into one of the two programs. */
interface Peer extends AutoCloseable {

	/**
	 * Makes an image the input of all passes that follow, in the layout of this program.
	 *
	 * @param planes the values in the order (C, H, W)
	 */
	void take(float[] planes, int height, int width);

	/** Runs one forward pass. The result stays in the program's own memory and takes the place of the one before. */
	void pass();

	/** Returns the result of the last pass in the order (C, H, W), not clamped. */
	float[] result();

	@Override
	void close();
}
