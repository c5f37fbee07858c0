package org.drsformer.benchmark.peer;

import static org.drsformer.benchmark.peer.OnnxWriter.FLOAT;
import static org.drsformer.benchmark.peer.OnnxWriter.FREE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;

import org.drsformer.benchmark.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both sides take an image in the same order and give a result in the same order. */
class PeerTest {

	private static final int HEIGHT = 3;
	private static final int WIDTH = 5;

	@TempDir
	private Path folder;

	/** The weights take the pixel to the right of the channel before, so that a wrong order of any kind shows. */
	@Test
	void onnxRuntimeComputesTheFile() throws IOException {
		final float[] weight = new float[2 * 2 * 9];
		weight[1 * 9 + 5] = 2;
		weight[2 * 9 + 5] = 3;
		final Path file = new OnnxWriter().input("image", FLOAT, 1, 2, FREE, FREE)
			.convolution("image", weight, 2, 1, "clean")
			.output("clean", FLOAT, 1, 2, FREE, FREE)
			.write(folder.resolve("shift.onnx"));
		final float[] planes = new float[2 * HEIGHT * WIDTH];
		for (int i = 0; i < planes.length; i++)
			planes[i] = i;
		final float[] expected = new float[planes.length];
		for (int i = 0; i < planes.length; i++) {
			final boolean first = i < HEIGHT * WIDTH;
			expected[i] = i % WIDTH == WIDTH - 1 ? 0
				: first ? 2 * (i + 1 + HEIGHT * WIDTH) : 3 * (i + 1 - HEIGHT * WIDTH);
		}
		try (Peer peer = new OnnxPeer(OnnxFile.open(file, 2, false))) {
			peer.take(planes, HEIGHT, WIDTH);
			peer.pass();
			peer.pass();
			assertArrayEquals(expected, peer.result());
		}
	}

	/** The network adds its output to the image, and that of an image without rain is small. */
	@Test
	void oursComputesTheModel() {
		final float[] planes = new float[3 * 16 * 8];
		for (int i = 0; i < planes.length; i++)
			planes[i] = 0.2f + 0.2f * (i / 128) + i % 128 / 2000f;
		try (Peer peer = new OurPeer("compact", 1)) {
			peer.take(planes, 16, 8);
			peer.pass();
			peer.pass();
			assertArrayEquals(planes, peer.result(), 0.1f);
		}
	}

	@Test
	void imagesAreRandomAndAlwaysTheSame() {
		final float[] planes = Planes.random(3, new Size(16, 8));
		assertEquals(3 * 16 * 8, planes.length);
		assertArrayEquals(planes, Planes.random(3, new Size(16, 8)));
		assertTrue(planes[0] != planes[1] && planes[0] >= 0 && planes[0] <= 1);
	}

	@Test
	void ordersOfValues() throws IOException {
		final float[] planes = { 1, 2, 3, 4, 5, 6 };
		assertArrayEquals(new float[] { 1, 4, 2, 5, 3, 6 }, Planes.interleaved(planes, 2));
		assertArrayEquals(planes, Planes.ofInterleaved(Planes.interleaved(planes, 2), 2));
		Planes.write(planes, folder.resolve("planes"));
		assertArrayEquals(planes, Planes.read(folder.resolve("planes")));
	}

	@Test
	void largestDifference() {
		final float[] one = { 1, 2, 3 };
		assertEquals(0.5, Planes.largestDifference(one, new float[] { 1.25f, 1.5f, 3 }));
		assertEquals(Double.NaN, Planes.largestDifference(one, new float[] { 1, Float.NaN, 3 }));
		assertEquals(Double.NaN, Planes.largestDifference(one, new float[] { 1, 2 }));
	}
}
