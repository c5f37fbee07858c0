package org.drsformer.image.file.content;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import org.drsformer.image.ImagePlusCopy;
import org.drsformer.image.SliceStack;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

/**
 * How the rows and columns of a file lie in the picture (TIFF 6.0 and Exif, tag 274). Results do not have this tag, so
 * images are turned upright when they are read.
 *
 * @param code from 1 for upright to 8
 */
public record Orientation(int code) {

	static final Orientation UPRIGHT = new Orientation(1);

	private static final int TAG = 274;
	private static final int SHORT = 3;
	private static final int ENTRY_BYTES = 12;
	private static final int HEADER_BYTES = 8;
	private static final int MOST = 8;
	private static final int FIRST_TRANSPOSED = 5;

	/**
	 * Returns the orientation that an Exif block contains.
	 *
	 * @param exif a TIFF file without pixels; a damaged one counts as upright
	 */
	public static Orientation of(final byte[] exif) {
		final ByteBuffer block = ByteBuffer.wrap(exif);
		if (exif.length < HEADER_BYTES)
			return UPRIGHT;
		block.order(exif[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		final long directory = block.getInt(4) & 0xffffffffL;
		if (directory + 2 > exif.length)
			return UPRIGHT;
		final int entries = block.getShort((int) directory) & 0xffff;
		for (int i = 0; i < entries; i++) {
			final int entry = (int) directory + 2 + i * ENTRY_BYTES;
			if (entry + ENTRY_BYTES > exif.length)
				return UPRIGHT;
			if ((block.getShort(entry) & 0xffff) == TAG && block.getShort(entry + 2) == SHORT)
				return of(block.getShort(entry + 8));
		}
		return UPRIGHT;
	}

	/** Returns the orientation of a code; an undefined code counts as upright. */
	public static Orientation of(final int code) {
		return code >= 1 && code <= MOST ? new Orientation(code) : UPRIGHT;
	}

	private boolean isTransposed() {
		return code >= FIRST_TRANSPOSED;
	}

	/** Returns the image turned upright; the image itself if it is upright. Virtual stacks stay virtual. */
	public ImagePlus upright(final ImagePlus image) {
		if (code == 1)
			return image;
		final ImagePlus upright = ImagePlusCopy.rearranged(image,
			image.getStack().isVirtual() ? new Turned(image.getStack()) : turned(image.getStack()));
		if (isTransposed()) {
			final Calibration calibration = upright.getCalibration();
			calibration.pixelWidth = image.getCalibration().pixelHeight;
			calibration.pixelHeight = image.getCalibration().pixelWidth;
		}
		return upright;
	}

	private ImageStack turned(final ImageStack stack) {
		final ImageStack turned = new ImageStack();
		for (int i = 1; i <= stack.getSize(); i++)
			turned.addSlice(turned(stack.getProcessor(i)));
		return turned;
	}

	private ImageProcessor turned(final ImageProcessor plane) {
		final ImageProcessor turned = switch (code) {
			case 5, 6, 7 -> plane.rotateRight();
			case 8 -> plane.rotateLeft();
			default -> plane.duplicate();
		};
		if (code == 2 || code == 3 || code == 5)
			turned.flipHorizontal();
		if (code == 3 || code == 4 || code == 7)
			turned.flipVertical();
		return turned;
	}

	/** The slices of a virtual stack, each turned when it is asked for. */
	private final class Turned extends SliceStack {

		private final ImageStack stack;

		Turned(final ImageStack stack) {
			super(isTransposed() ? stack.getHeight() : stack.getWidth(),
				isTransposed() ? stack.getWidth() : stack.getHeight(), stack.getBitDepth(), stack.getSize());
			this.stack = stack;
		}

		@Override
		protected ImageProcessor slice(final int number) {
			return turned(stack.getProcessor(number));
		}
	}
}
