package org.drsformer.batch.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * What a result is known by. The checksum finds damage and mistaken files, of which it takes one in four thousand
 * million for the right one; it is no protection from somebody who means to deceive.
 *
 * @param bytes its size
 * @param modified when it was changed last, as ISO 8601 has it
 * @param checksum CRC-32C of its content, in eight hexadecimal digits
 */
public record FileStamp(long bytes, String modified, String checksum) {

	private static final int CHUNK = 1 << 20;

	/** Reads a file, which the system still has in its memory if it has just been written. */
	public static FileStamp of(final Path file) throws IOException {
		final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
		return new FileStamp(attributes.size(), modified(attributes), checksum(file));
	}

	private static String modified(final BasicFileAttributes attributes) {
		return attributes.lastModifiedTime().toInstant().toString();
	}

	/**
	 * Whether this is the file. It is read only if its time of change is another, as that of copies is: to read all
	 * results whenever a run is started again would take as long as to write them.
	 *
	 * @throws IOException if it cannot be looked at
	 */
	public boolean isOf(final Path file) throws IOException {
		final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
		if (!attributes.isRegularFile() || attributes.size() != bytes)
			return false;
		return modified(attributes).equals(modified) || checksum(file).equals(checksum);
	}

	private static String checksum(final Path file) throws IOException {
		final CRC32C sum = new CRC32C();
		final ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
		try (FileChannel channel = FileChannel.open(file)) {
			while (channel.read(chunk.clear()) >= 0)
				sum.update(chunk.flip());
		}
		return String.format(Locale.ROOT, "%08x", sum.getValue());
	}
}
