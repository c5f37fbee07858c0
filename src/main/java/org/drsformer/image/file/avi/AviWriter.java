package org.drsformer.image.file.avi;

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
 * Writes AVI files, a frame at a time and in one go. Frames are not compressed: nothing of the result is lost, and
 * every player shows them. ImageJ's own writer rounds the frame rate. Beyond 1 GiB the file goes on in further parts,
 * with the indices of OpenDML AVI File Format Extensions 1.02.
 */
public final class AviWriter {

	/** Of the frames in a part, at most; some players stop at 1 GiB. */
	private static final long PART_BYTES = 950L << 20;

	private static final int CHUNK = 8;
	private static final int LIST = 12;
	private static final int HEADER = 56;
	private static final int FORMAT = 40;
	private static final int COLORS = 256;
	private static final int KEY_FRAME = 0x10;
	private static final int HAS_INDEX = 0x10;

	private final ImageStack frames;
	private final FrameRate rate;
	private final int width;
	private final int height;
	private final boolean gray;
	private final int formatBytes;
	private final int rowBytes;
	private final int frameBytes;
	private final int count;
	private final int most;

	/**
	 * @param like has the frames per second
	 * @param frames of 8 bits or RGB; asked for one after the other, the first one several times
	 */
	public AviWriter(final ImagePlus like, final ImageStack frames) {
		this(like, frames, PART_BYTES);
	}

	/** @param part bytes of the frames in a part, at most */
	public AviWriter(final ImagePlus like, final ImageStack frames, final long part) {
		this.frames = frames;
		final double perSecond = like.getCalibration().fps;
		rate = FrameRate.of(perSecond > 0 ? perSecond : Animator.getFrameRate());
		width = frames.getWidth();
		height = frames.getHeight();
		gray = Look.picture(frames.getProcessor(1)) instanceof ByteProcessor;
		formatBytes = FORMAT + (gray ? 4 * COLORS : 0);
		// rows fill words of four bytes
		rowBytes = (width * (gray ? 1 : 3) + 3) / 4 * 4;
		frameBytes = Math.multiplyExact(rowBytes, height);
		count = frames.getSize();
		most = (int) Math.max(1, Math.min(count, part / (CHUNK + frameBytes)));
	}

	private int parts() {
		return (count + most - 1) / most;
	}

	private int framesIn(final int part) {
		return Math.min(most, count - part * most);
	}

	/** Of an index of OpenDML, if there are several parts. */
	private int indexBytes(final int part) {
		return parts() == 1 ? 0 : CHUNK + 24 + 8 * framesIn(part);
	}

	private int movieBytes(final int part) {
		return LIST + framesIn(part) * (CHUNK + frameBytes) + indexBytes(part);
	}

	private int streamBytes() {
		return LIST + CHUNK + HEADER + CHUNK + formatBytes + (parts() == 1 ? 0 : CHUNK + 24 + 16 * parts());
	}

	private int headerBytes() {
		return LIST + CHUNK + HEADER + streamBytes();
	}

	/** Of the first part as a whole. */
	private int firstBytes() {
		return LIST + headerBytes() + movieBytes(0) + CHUNK + 16 * framesIn(0);
	}

	/** Where the list of frames of a part begins. */
	private long movieStart(final int part) {
		long start = LIST + (part == 0 ? headerBytes() : firstBytes());
		for (int p = 1; p < part; p++)
			start += movieBytes(p) + LIST;
		return start;
	}

	public void write(final OutputStream out) throws IOException {
		out.write(header().array());
		for (int part = 0; part < parts(); part++) {
			if (part > 0)
				out.write(list(buffer(LIST), "RIFF", movieBytes(part) + LIST, "AVIX").array());
			out.write(list(buffer(LIST), "LIST", movieBytes(part), "movi").array());
			for (int i = 0; i < framesIn(part); i++)
				out.write(frame(part * most + i));
			if (parts() > 1)
				out.write(index(part).array());
			if (part == 0)
				out.write(oldIndex().array());
		}
	}

	private ByteBuffer header() {
		final ByteBuffer header = buffer(LIST + headerBytes());
		list(header, "RIFF", firstBytes(), "AVI ");
		list(header, "LIST", headerBytes(), "hdrl");
		chunk(header, "avih", HEADER).putInt((int) rate.microseconds())
			.putInt(0)
			.putInt(0)
			.putInt(HAS_INDEX)
			.putInt(count)
			.putInt(0)
			.putInt(1)
			.putInt(frameBytes)
			.putInt(width)
			.putInt(height)
			.putLong(0)
			.putLong(0);
		list(header, "LIST", streamBytes(), "strl");
		name(chunk(header, "strh", HEADER), "vidsDIB ").putInt(0)
			.putInt(0)
			.putInt(0)
			.putInt(rate.scale())
			.putInt(rate.rate())
			.putInt(0)
			.putInt(count)
			.putInt(frameBytes)
			.putInt(-1)
			.putInt(0)
			.putLong(0);
		chunk(header, "strf", formatBytes).putInt(FORMAT)
			.putInt(width)
			.putInt(height)
			.putShort((short) 1)
			.putShort((short) (gray ? 8 : 24))
			.putInt(0)
			.putInt(frameBytes)
			.putLong(0)
			.putInt(gray ? COLORS : 0)
			.putInt(0);
		for (int i = 0; gray && i < COLORS; i++)
			header.putInt(i * 0x010101);
		if (parts() > 1)
			indexOfIndices(header);
		return header;
	}

	private void indexOfIndices(final ByteBuffer header) {
		name(chunk(header, "indx", 24 + 16 * parts()).putShort((short) 4).putShort((short) 0).putInt(parts()), "00db")
			.putLong(0)
			.putInt(0);
		for (int part = 0; part < parts(); part++)
			header.putLong(movieStart(part) + movieBytes(part) - indexBytes(part))
				.putInt(indexBytes(part))
				.putInt(framesIn(part));
	}

	/** With places counted from the word movi, at the frames themselves. */
	private ByteBuffer index(final int part) {
		final ByteBuffer index = buffer(indexBytes(part));
		name(chunk(index, "ix00", indexBytes(part) - CHUNK).putShort((short) 2)
			.putShort((short) 0x0100)
			.putInt(framesIn(part)), "00db").putLong(movieStart(part) + CHUNK).putInt(0);
		for (int i = 0; i < framesIn(part); i++)
			index.putInt(4 + i * (CHUNK + frameBytes) + CHUNK).putInt(frameBytes);
		return index;
	}

	/** With places counted from the word movi, at the heads of the frames. */
	private ByteBuffer oldIndex() {
		final ByteBuffer index = chunk(buffer(CHUNK + 16 * framesIn(0)), "idx1", 16 * framesIn(0));
		for (int i = 0; i < framesIn(0); i++)
			name(index, "00db").putInt(KEY_FRAME).putInt(4 + i * (CHUNK + frameBytes)).putInt(frameBytes);
		return index;
	}

	/** From the lowest row to the uppermost. */
	private byte[] frame(final int number) {
		final ImageProcessor picture = Look.picture(frames.getProcessor(number + 1));
		final ByteBuffer frame = chunk(buffer(CHUNK + frameBytes), "00db", frameBytes);
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

	/** @param bytes with its head */
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
