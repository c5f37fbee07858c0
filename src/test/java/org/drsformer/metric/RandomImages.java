package org.drsformer.metric;

import java.util.Random;

import org.drsformer.metric.plane.Plane;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/** Makes seeded noise of any size. */
public final class RandomImages {

	private RandomImages() {}

	public static Img<ARGBType> argb(final long seed, final long... size) {
		final Img<ARGBType> image = ArrayImgs.argbs(size);
		final Random random = new Random(seed);
		image.forEach(pixel -> pixel.set(random.nextInt()));
		return image;
	}

	static Img<UnsignedByteType> bytes(final long seed, final long... size) {
		final Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(size);
		final Random random = new Random(seed);
		image.forEach(pixel -> pixel.set(random.nextInt(256)));
		return image;
	}

	static Img<UnsignedShortType> shorts(final long seed, final long... size) {
		final Img<UnsignedShortType> image = ArrayImgs.unsignedShorts(size);
		final Random random = new Random(seed);
		image.forEach(pixel -> pixel.set(random.nextInt(65536)));
		return image;
	}

	/** Returns values in 0..1. */
	static Img<FloatType> floats(final long seed, final long... size) {
		final Img<FloatType> image = ArrayImgs.floats(size);
		final Random random = new Random(seed);
		image.forEach(pixel -> pixel.set(random.nextFloat()));
		return image;
	}

	/** Returns integers in 0..255. */
	static Plane plane(final long seed, final int width, final int height) {
		final Random random = new Random(seed);
		return new Plane(random.ints((long) width * height, 0, 256).asDoubleStream().toArray(), width, height);
	}
}
