package org.drsformer.checkpoint.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Writes a zip archive as PyTorch does: entries are stored, and the data of each begin at a multiple of 64 bytes, so
 * that PyTorch can map them. Fills the gaps as PyTorch does, with an extra field {@code FB}.
 * <p>
 * Commons Compress, which Fiji has, cannot write the same bytes: it always writes 10 as the version needed to extract a
 * stored entry. The bytes of a checkpoint must not change, since people compare and record its checksum.
 */
public final class ZipWriter {

	/** The bytes of an entry. They are written twice, since their checksum stands in front of them. */
	public interface Content {

		void write(OutputStream out) throws IOException;
	}

	private static final int ALIGNMENT = 64;
	private static final int LOCAL_SIZE = 30;
	private static final int EXTRA_HEADER = 4;
	private static final int CENTRAL_SIZE = 46;
	private static final int END_SIZE = 22;
	private static final int UTF8_NAMES = 0x0800;
	private static final int VERSION = 20;
	private static final long LARGEST = 0xfffffffeL;

	private final OutputStream out;
	private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
	private long position;
	private int count;

	/** @param out is buffered, and stays open */
	public ZipWriter(final OutputStream out) {
		this.out = out;
	}

	/**
	 * Adds an entry of {@code length} bytes.
	 *
	 * @throws IOException if the stream fails, or the archive becomes larger than 4 GB
	 */
	public void add(final String name, final long length, final Content content) throws IOException {
		if (position + length > LARGEST)
			throw new IOException("it would be larger than 4 GB");
		final byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
		final byte[] common = common(checksum(content), length, utf8.length);
		directory.writeBytes(centralHeader(common, utf8.length));
		directory.writeBytes(utf8);
		writeLocalHeader(common, utf8);
		content.write(out);
		position += length;
		count++;
	}

	/** Adds an entry with these bytes. */
	public void add(final String name, final byte[] bytes) throws IOException {
		add(name, bytes.length, target -> target.write(bytes));
	}

	/** Writes the table of contents. Nothing can be added afterwards. */
	public void finish() throws IOException {
		if (count >= 0xffff || position + directory.size() > LARGEST)
			throw new IOException("it would have too many entries");
		directory.writeTo(out);
		out.write(buffer(END_SIZE).putInt(0x06054b50)
			.putInt(0)
			.putShort((short) count)
			.putShort((short) count)
			.putInt(directory.size())
			.putInt((int) position)
			.putShort((short) 0)
			.array());
	}

	private static long checksum(final Content content) throws IOException {
		final CheckedOutputStream sum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
		content.write(sum);
		return sum.getChecksum().getValue();
	}

	/** Returns the common part of both headers: version, flags, method, the zip epoch as date, checksum and lengths. */
	private static byte[] common(final long checksum, final long length, final int nameLength) {
		return buffer(24).putShort((short) VERSION)
			.putShort((short) UTF8_NAMES)
			.putShort((short) 0)
			.putShort((short) 0)
			.putShort((short) 0x21)
			.putInt((int) checksum)
			.putInt((int) length)
			.putInt((int) length)
			.putShort((short) nameLength)
			.array();
	}

	private byte[] centralHeader(final byte[] common, final int nameLength) {
		return buffer(CENTRAL_SIZE).putInt(0x02014b50)
			.putShort((short) VERSION)
			.put(common)
			.position(CENTRAL_SIZE - Integer.BYTES)
			.putInt((int) position)
			.array();
	}

	private void writeLocalHeader(final byte[] common, final byte[] name) throws IOException {
		final int unpadded = LOCAL_SIZE + name.length + EXTRA_HEADER;
		final int padding = (int) (-(position + unpadded) & ALIGNMENT - 1);
		out.write(buffer(LOCAL_SIZE).putInt(ZipArchive.LOCAL_HEADER)
			.put(common)
			.putShort((short) (EXTRA_HEADER + padding))
			.array());
		out.write(name);
		out.write(buffer(EXTRA_HEADER).put((byte) 'F').put((byte) 'B').putShort((short) padding).array());
		final byte[] gap = new byte[padding];
		Arrays.fill(gap, (byte) 'Z');
		out.write(gap);
		position += unpadded + padding;
	}

	private static ByteBuffer buffer(final int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}
}
