package org.drsformer.image.file.raster;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.image.file.content.FileBytes;
import org.drsformer.image.file.content.PixelLimit;
import org.drsformer.image.file.content.SizeCheck;
import org.drsformer.image.file.content.UnreadableKindException;

/**
 * Reads PBM, PGM and PPM files, binary or as text (the manual of netpbm). Their largest value is white: it is stretched
 * to 255, or to 65535 if it is above 255.
 */
final class PnmReader {

	private static final int WHITE_8 = 255;
	private static final int WHITE_16 = 65535;
	private static final int MOST_DIGITS = 9;

	/**
	 * The first three kinds are text: P1 black and white, P2 gray, P3 colour; the next three are the same as bytes.
	 */
	private static final int FIRST_BINARY = 4;

	private final InputStream in;
	private final int kind;
	private final int width;
	private final int height;
	private final int white;

	/** The byte of a row of P4 whose bits are being read, and how many of its bits are left. */
	private int packed;
	private int left;

	private PnmReader(final InputStream in) throws IOException {
		this.in = in;
		in.read();
		kind = in.read() - '0';
		width = number();
		height = number();
		white = isBitmap() ? 1 : number();
		if (width < 1 || height < 1 || white < 1 || white > WHITE_16)
			throw new IOException("it claims " + width + " x " + height + " pixels with values up to " + white);
	}

	/**
	 * Reads a file.
	 *
	 * @return gray or RGB, of 8 or 16 bits
	 */
	static Raster read(final Path file, final PixelLimit limit) throws IOException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
			final PnmReader reader = new PnmReader(in);
			limit.check(file, reader.width, reader.height, 1);
			SizeCheck.check(file, reader.width, reader.height, reader.mostPixelsPerByte());
			final Raster raster = reader.raster();
			if (in.read() == 'P')
				throw new UnreadableKindException("it has several images; save each in its own file");
			return raster;
		}
	}

	private boolean isBitmap() {
		return kind == 1 || kind == FIRST_BINARY;
	}

	private int bands() {
		return kind % 3 == 0 ? 3 : 1;
	}

	private int mostPixelsPerByte() {
		return isBitmap() ? Byte.SIZE : 1;
	}

	private Raster raster() throws IOException {
		final boolean deep = white > WHITE_8;
		final WritableRaster raster = Raster.createInterleavedRaster(
			deep ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE, width, height, bands(), null);
		final int[] row = new int[width * bands()];
		for (int y = 0; y < height; y++) {
			left = 0;
			for (int i = 0; i < row.length; i++)
				row[i] = stretched(sample(), deep ? WHITE_16 : WHITE_8);
			raster.setPixels(0, y, width, 1, row);
		}
		return raster;
	}

	private int stretched(final int sample, final int to) throws IOException {
		if (sample > white)
			throw new IOException("it has a value of " + sample + " and says that " + white + " is white");
		// in bitmaps, 1 is black
		final long value = isBitmap() ? 1 - sample : sample;
		return (int) ((value * to + white / 2) / white);
	}

	private int sample() throws IOException {
		if (kind == 1)
			return digit();
		if (kind < FIRST_BINARY)
			return number();
		if (kind == FIRST_BINARY)
			return bit();
		return white > WHITE_8 ? next() << Byte.SIZE | next() : next();
	}

	private int bit() throws IOException {
		if (left == 0) {
			packed = next();
			left = Byte.SIZE;
		}
		left--;
		return packed >> left & 1;
	}

	/** Reads a digit of P1; digits need not be separated by blanks. */
	private int digit() throws IOException {
		final int digit = printed() - '0';
		if (digit != 0 && digit != 1)
			throw new IOException("it has pixels other than 0 and 1");
		return digit;
	}

	/** Reads a number and the one blank behind it. */
	private int number() throws IOException {
		int character = printed();
		int number = 0;
		for (int digits = 0; character >= '0' && character <= '9'; digits++) {
			if (digits == MOST_DIGITS)
				throw new IOException("it has numbers that are too large");
			number = number * 10 + character - '0';
			character = in.read();
		}
		if (character == '#')
			skipLine();
		else if (character >= 0 && !Character.isWhitespace(character))
			throw new IOException("it has text where numbers should be");
		return number;
	}

	/** Reads the next character that is neither blank nor part of a comment. */
	private int printed() throws IOException {
		int character = next();
		while (Character.isWhitespace(character) || character == '#') {
			if (character == '#')
				skipLine();
			character = next();
		}
		return character;
	}

	private void skipLine() throws IOException {
		int character = in.read();
		while (character >= 0 && character != '\n' && character != '\r')
			character = in.read();
	}

	private int next() throws IOException {
		final int next = in.read();
		if (next < 0)
			throw FileBytes.missing();
		return next;
	}
}
