package org.drsformer.image.file.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.drsformer.image.ColorProfile;
import org.drsformer.image.file.content.FileBytes;

/**
 * Reads and adds the colour profile of a TIFF file (tag 34675). ImageJ's encoder does not write profiles, so the
 * profile is added to the finished file: a copy of the first directory with one more entry is put at the end of the
 * file and replaces the directory.
 */
final class TiffProfile {

	private static final int DIRECTORY_PLACE = 4;
	private static final int ENTRY_BYTES = 12;
	private static final int UNDEFINED = 7;
	private static final long MOST_BYTES = 0xffffffffL;

	private TiffProfile() {
		// static functions only
	}

	/** Returns the profile of a page of a TIFF file. */
	static ColorProfile of(final TiffDirectory page) throws IOException {
		final long bytes = page.bytes(TiffTag.ICC_PROFILE);
		return bytes == 0 || bytes > ColorProfile.MOST_BYTES ? ColorProfile.NONE
			: new ColorProfile(page.content(TiffTag.ICC_PROFILE).array());
	}

	/**
	 * Adds a profile to a file.
	 *
	 * @return whether there was room for it in the first 4 GiB
	 */
	static boolean add(final Path path, final byte[] profile) throws IOException {
		try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			final long place = (file.size() + 1) / 2 * 2;
			if (place + profile.length > MOST_BYTES / 2 * 2)
				return false;
			final ByteBuffer head = new FileBytes(file, ByteOrder.BIG_ENDIAN).read(0, 8);
			final ByteOrder order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
			final long first = head.order(order).getInt(DIRECTORY_PLACE) & MOST_BYTES;
			final ByteBuffer directory = extended(file, first, order, place, profile.length);
			final long directoryPlace = (place + profile.length + 1) / 2 * 2;
			write(file, ByteBuffer.wrap(profile), place);
			write(file, directory, directoryPlace);
			write(file, ByteBuffer.allocate(4).order(order).putInt((int) directoryPlace).flip(), DIRECTORY_PLACE);
			return true;
		}
	}

	private static ByteBuffer extended(final FileChannel file, final long first, final ByteOrder order,
		final long place, final int length) throws IOException
	{
		final int entries = new FileBytes(file, order).read(first, 2).getShort() & 0xffff;
		final ByteBuffer old = new FileBytes(file, order).read(first + 2, entries * ENTRY_BYTES + 4);
		final ByteBuffer extended = ByteBuffer.allocate(2 + old.limit() + ENTRY_BYTES).order(order);
		extended.putShort((short) (entries + 1));
		boolean added = false;
		for (int i = 0; i <= entries; i++) {
			final int at = i * ENTRY_BYTES;
			if (!added && (i == entries || (old.getShort(at) & 0xffff) > TiffTag.ICC_PROFILE)) {
				extended.putShort((short) TiffTag.ICC_PROFILE)
					.putShort((short) UNDEFINED)
					.putInt(length)
					.putInt((int) place);
				added = true;
			}
			if (i < entries)
				extended.put(old.slice(at, ENTRY_BYTES));
		}
		return extended.putInt(old.getInt(entries * ENTRY_BYTES)).flip();
	}

	private static void write(final FileChannel file, final ByteBuffer bytes, final long place) throws IOException {
		final long start = place - bytes.position();
		while (bytes.hasRemaining())
			file.write(bytes, start + bytes.position());
	}
}
