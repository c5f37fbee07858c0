package org.drsformer.image.file.raster;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.drsformer.image.ColorProfile;
import org.drsformer.image.DeepColor;
import org.drsformer.image.Look;
import org.drsformer.image.file.content.ImageFormat;
import org.drsformer.image.file.content.InsertingStream;
import org.drsformer.image.file.content.JavaReaders;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/** Writes a single image as PNG, JPEG or BMP. */
public final class RasterWriter {

	/** The quality of JPEG, from 0 to 1: without visible artefacts. */
	private static final float QUALITY = 0.95f;

	/** The place behind the signature and the first chunk. */
	private static final int PNG_PROFILE_PLACE = 33;

	/** The place behind the start and the segment JFIF that Java writes. */
	private static final int JPEG_PROFILE_PLACE = 20;

	private final BufferedImage image;
	private final ImageFormat format;
	private final ColorProfile profile;

	/**
	 * Prepares an image.
	 *
	 * @param image one that the format can hold, see {@code ImageFiles.checkHolds}
	 */
	public RasterWriter(final ImagePlus image, final ImageFormat format) {
		this.format = format;
		profile = ColorProfile.of(image);
		this.image = image.getStackSize() > 1 ? deep(image) : plane(image);
	}

	private static BufferedImage plane(final ImagePlus image) {
		final ImageProcessor plane = image.getProcessor();
		return switch (image.getType()) {
			case ImagePlus.GRAY16 -> gray(plane, BufferedImage.TYPE_USHORT_GRAY);
			case ImagePlus.COLOR_RGB -> color(plane);
			default -> picture(Look.picture(plane));
		};
	}

	private static BufferedImage picture(final ImageProcessor picture) {
		return picture instanceof ByteProcessor ? gray(picture, BufferedImage.TYPE_BYTE_GRAY) : color(picture);
	}

	private static BufferedImage gray(final ImageProcessor plane, final int type) {
		final BufferedImage gray = new BufferedImage(plane.getWidth(), plane.getHeight(), type);
		gray.getRaster().setDataElements(0, 0, plane.getWidth(), plane.getHeight(), plane.getPixels());
		return gray;
	}

	private static BufferedImage color(final ImageProcessor plane) {
		final BufferedImage color = new BufferedImage(plane.getWidth(), plane.getHeight(), BufferedImage.TYPE_INT_RGB);
		color.getRaster().setDataElements(0, 0, plane.getWidth(), plane.getHeight(), plane.getPixels());
		return color;
	}

	/** Returns a colour image of 16 bits, with alpha if there is a fourth slice. */
	private static BufferedImage deep(final ImagePlus image) {
		final boolean alpha = image.getStackSize() > DeepColor.CHANNELS;
		final ColorModel model = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), alpha, false,
			alpha ? ColorModel.TRANSLUCENT : ColorModel.OPAQUE, DataBuffer.TYPE_USHORT);
		final WritableRaster raster = model.createCompatibleWritableRaster(image.getWidth(), image.getHeight());
		for (int band = 0; band < raster.getNumBands(); band++) {
			final ImageProcessor plane = image.getStack().getProcessor(band + 1);
			for (int y = 0; y < image.getHeight(); y++)
				for (int x = 0; x < image.getWidth(); x++)
					raster.setSample(x, y, band, plane.get(x, y));
		}
		return new BufferedImage(model, raster, false, null);
	}

	/** Writes the whole file. */
	public void write(final OutputStream out) throws IOException {
		final ImageWriter writer = JavaReaders.writerOf(format.name().toLowerCase(Locale.ROOT));
		try (ImageOutputStream stream = new MemoryCacheImageOutputStream(withProfile(out))) {
			writer.setOutput(stream);
			writer.write(null, new IIOImage(image, null, null), parameters(writer));
		}
		finally {
			writer.dispose();
		}
	}

	private OutputStream withProfile(final OutputStream out) {
		if (!profile.isFor(image.getRaster().getNumBands() > 1))
			return out;
		return switch (format) {
			case PNG -> new InsertingStream(out, PNG_PROFILE_PLACE, profile.pngChunk());
			case JPEG -> new InsertingStream(out, JPEG_PROFILE_PLACE, profile.jpegSegments());
			default -> out;
		};
	}

	private ImageWriteParam parameters(final ImageWriter writer) {
		final ImageWriteParam parameters = writer.getDefaultWriteParam();
		if (format == ImageFormat.JPEG) {
			parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			parameters.setCompressionQuality(QUALITY);
		}
		return parameters;
	}
}
