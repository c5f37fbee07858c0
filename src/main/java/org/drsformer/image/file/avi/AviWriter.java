package org.drsformer.image.file.avi;

import static org.drsformer.image.file.avi.AviLayout.CHUNK;
import static org.drsformer.image.file.avi.AviLayout.HEADER;
import static org.drsformer.image.file.avi.AviLayout.LIST;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

import org.drsformer.image.Look;

import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.Animator;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/**
 * Writes AVI files frame by frame from the beginning to the end. Frames are not compressed: the result loses nothing,
 * and every player shows it. Unlike ImageJ's writer, this one does not round the frame rate. Beyond 1 GiB the file has
 * further parts, with the indices of OpenDML AVI File Format Extensions 1.02.
 */
public final class AviWriter {

	/** The most bytes of frames in a part; some players stop at 1 GiB. */
	private static final long PART_BYTES = 950L << 20;

	private static final int FORMAT = 40;
	private static final int COLORS = 256;
	private static final int KEY_FRAME = 0x10;
	private static final int HAS_INDEX = 0x10;

	private final ImageStack frames;
	private final FrameRate rate;
	private final int width;
	private final int height;
	private final boolean gray;
	private final int rowBytes;
	private final AviLayout layout;

	/**
	 * Prepares a file.
	 *
	 * @param like has the frames per second
	 * @param frames of 8 bits or RGB; asked for one after the other, the first one several times
	 */
	public AviWriter(final ImagePlus like, final ImageStack frames) {
		this(like, frames, PART_BYTES);
	}

	/**
	 * Prepares a file with parts of another size.
	 *
	 * @param part the most bytes of frames in a part
	 */
	AviWriter(final ImagePlus like, final ImageStack frames, final long part) {
		this.frames = frames;
		final double perSecond = like.getCalibration().fps;
		rate = FrameRate.of(perSecond > 0 ? perSecond : Animator.getFrameRate());
		width = frames.getWidth();
		height = frames.getHeight();
		gray = Look.picture(frames.getProcessor(1)) instanceof ByteProcessor;
		// rows fill words of four bytes
		rowBytes = (width * (gray ? 1 : 3) + 3) / 4 * 4;
		final int frameBytes = Math.multiplyExact(rowBytes, height);
		final int count = frames.getSize();
		layout = new AviLayout(count, (int) Math.max(1, Math.min(count, part / (CHUNK + frameBytes))), frameBytes,
			FORMAT + (gray ? 4 * COLORS : 0));
	}

	/** Writes the whole file. */
	public void write(final OutputStream out) throws IOException {
		out.write(header().array());
		for (int part = 0; part < layout.parts(); part++) {
			if (part > 0)
				out.write(list(buffer(LIST), "RIFF", layout.movieBytes(part) + LIST, "AVIX").array());
			out.write(list(buffer(LIST), "LIST", layout.movieBytes(part), "movi").array());
			for (int i = 0; i < layout.framesIn(part); i++)
				out.write(frame(part * layout.most() + i));
			if (layout.parts() > 1)
				out.write(index(part).array());
			if (part == 0)
				out.write(oldIndex().array());
		}
	}

	private ByteBuffer header() {
		final ByteBuffer header = buffer(LIST + layout.headerBytes());
		list(header, "RIFF", layout.firstBytes(), "AVI ");
		list(header, "LIST", layout.headerBytes(), "hdrl");
		chunk(header, "avih", HEADER).putInt((int) rate.microseconds())
			.putInt(0)
			.putInt(0)
			.putInt(HAS_INDEX)
			.putInt(layout.count())
			.putInt(0)
			.putInt(1)
			.putInt(layout.frameBytes())
			.putInt(width)
			.putInt(height)
			.putLong(0)
			.putLong(0);
		list(header, "LIST", layout.streamBytes(), "strl");
		name(chunk(header, "strh", HEADER), "vidsDIB ").putInt(0)
			.putInt(0)
			.putInt(0)
			.putInt(rate.scale())
			.putInt(rate.rate())
			.putInt(0)
			.putInt(layout.count())
			.putInt(layout.frameBytes())
			.putInt(-1)
			.putInt(0)
			.putLong(0);
		chunk(header, "strf", layout.formatBytes()).putInt(FORMAT)
			.putInt(width)
			.putInt(height)
			.putShort((short) 1)
			.putShort((short) (gray ? 8 : 24))
			.putInt(0)
			.putInt(layout.frameBytes())
			.putLong(0)
			.putInt(gray ? COLORS : 0)
			.putInt(0);
		for (int i = 0; gray && i < COLORS; i++)
			header.putInt(i * 0x010101);
		if (layout.parts() > 1)
			indexOfIndices(header);
		return header;
	}

	private void indexOfIndices(final ByteBuffer header) {
		name(chunk(header, "indx", layout.indexOfIndicesBytes()).putShort((short) 4)
			.putShort((short) 0)
			.putInt(layout.parts()), "00db").putLong(0).putInt(0);
		for (int part = 0; part < layout.parts(); part++)
			header.putLong(layout.movieStart(part) + layout.movieBytes(part) - layout.indexBytes(part))
				.putInt(layout.indexBytes(part))
				.putInt(layout.framesIn(part));
	}

	/** Returns the index of a part; its places are those of the frames, counted from the word movi. */
	private ByteBuffer index(final int part) {
		final ByteBuffer index = buffer(layout.indexBytes(part));
		name(chunk(index, "ix00", layout.indexBytes(part) - CHUNK).putShort((short) 2)
			.putShort((short) 0x0100)
			.putInt(layout.framesIn(part)), "00db").putLong(layout.movieStart(part) + CHUNK).putInt(0);
		for (int i = 0; i < layout.framesIn(part); i++)
			index.putInt(4 + i * layout.frameChunk() + CHUNK).putInt(layout.frameBytes());
		return index;
	}

	/**
	 * Returns the index of the first part; its places are those of the heads of the frames, counted from the word movi.
	 */
	private ByteBuffer oldIndex() {
		final ByteBuffer index = chunk(buffer(CHUNK + layout.oldIndexBytes()), "idx1", layout.oldIndexBytes());
		for (int i = 0; i < layout.framesIn(0); i++)
			name(index, "00db").putInt(KEY_FRAME).putInt(4 + i * layout.frameChunk()).putInt(layout.frameBytes());
		return index;
	}

	/** Returns a frame with its head, from the lowest row to the uppermost. */
	private byte[] frame(final int number) {
		final ImageProcessor picture = Look.picture(frames.getProcessor(number + 1));
		final ByteBuffer frame = chunk(buffer(layout.frameChunk()), "00db", layout.frameBytes());
		for (int y = height - 1; y >= 0; y--) {
			frame.position(CHUNK + (height - 1 - y) * rowBytes);
			if (gray)
				frame.put((byte[]) picture.getPixels(), y * width, width);
			else
				putColors(frame, (int[]) picture.getPixels(), y * width);
		}
		return frame.array();
	}

	private void putColors(final ByteBuffer frame, final int[] pixels, final int start) {
		for (int i = start; i < start + width; i++)
			frame.put((byte) pixels[i]).put((byte) (pixels[i] >> 8)).put((byte) (pixels[i] >> 16));
	}

	private static ByteBuffer buffer(final int bytes) {
		return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

	/**
	 * Puts the head of a list.
	 *
	 * @param bytes of the list with its head
	 */
	private static ByteBuffer list(final ByteBuffer out, final String kind, final int bytes, final String type) {
		return name(chunk(out, kind, bytes - CHUNK), type);
	}

	private static ByteBuffer chunk(final ByteBuffer out, final String name, final int bytes) {
		return name(out, name).putInt(bytes);
	}

	private static ByteBuffer name(final ByteBuffer out, final String name) {
		return out.put(name.getBytes(StandardCharsets.US_ASCII));
	}
}
