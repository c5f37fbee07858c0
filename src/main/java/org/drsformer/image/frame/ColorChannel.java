package org.drsformer.image.frame;

import java.util.ArrayList;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.Sampler;
import net.imglib2.converter.Converters;
import net.imglib2.converter.readwrite.SamplerConverter;
import net.imglib2.img.basictypeaccess.ByteAccess;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * One colour inside the pixels of an RGB image, for reading and writing. ImgLib2's own view of a channel (version
 * 8.0.0) damages the higher channels when it writes values from 128 upwards.
 */
final class ColorChannel implements SamplerConverter<ARGBType, UnsignedByteType> {

	private static final int BYTE = 0xff;

	private static final int RED_SHIFT = 16;

	private final int shift;

	private ColorChannel(final int shift) {
		this.shift = shift;
	}

	/** Returns views of the red, green and blue of an image. */
	static List<RandomAccessibleInterval<UnsignedByteType>> views(final RandomAccessibleInterval<ARGBType> image) {
		final List<RandomAccessibleInterval<UnsignedByteType>> channels = new ArrayList<>();
		for (int shift = RED_SHIFT; shift >= 0; shift -= Byte.SIZE)
			channels.add(Converters.convert(image, new ColorChannel(shift)));
		return channels;
	}

	@Override
	public UnsignedByteType convert(final Sampler<? extends ARGBType> sampler) {
		return new UnsignedByteType(new ByteAccess() {

			@Override
			public byte getValue(final int index) {
				return (byte) (sampler.get().get() >>> shift);
			}

			@Override
			public void setValue(final int index, final byte value) {
				final ARGBType pixel = sampler.get();
				pixel.set(pixel.get() & ~(BYTE << shift) | (value & BYTE) << shift);
			}
		});
	}
}
