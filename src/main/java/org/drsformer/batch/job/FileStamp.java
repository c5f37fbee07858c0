package org.drsformer.batch.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * Identifies a result file. The checksum detects damaged and wrong files, apart from one in four thousand million; it
 * does not protect against deliberate forgery.
 *
 * @param bytes the size of the file
 * @param modified the time of its last change, in ISO 8601
 * @param checksum the CRC-32C of its content, in eight hexadecimal digits
 */
public record FileStamp(long bytes, String modified, String checksum) {

	private static final int CHUNK = 1 << 20;

	/**
	 * Returns the stamp of a file. Reads the whole file, which is quick after it was written, since the system still
	 * has it in memory.
	 */
	public static FileStamp of(final Path file) throws IOException {
		final BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
		return new FileStamp(attributes.size(), modified(attributes), checksum(file));
	}

	private static String modified(final BasicFileAttributes attributes) {
		return attributes.lastModifiedTime().toInstant().toString();
	}

	/**
	 * Returns whether a file has this stamp. The content is read only if the time of the last change differs, as it
	 * does for copies: reading all results at every start of a run would take as long as writing them.
	 *
	 * @throws IOException if the file cannot be accessed
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
		try (SeekableByteChannel channel = Files.newByteChannel(file)) {
			while (channel.read(chunk.clear()) >= 0)
				sum.update(chunk.flip());
		}
		return String.format(Locale.ROOT, "%08x", sum.getValue());
	}
}
