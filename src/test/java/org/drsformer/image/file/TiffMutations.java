package org.drsformer.image.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages the directories of a TIFF or BigTIFF file. */
final class TiffMutations implements Mutation {

	/** The tags that decide how pixels are read. */
	private static final int[] TAGS = { 254, 256, 257, 258, 259, 262, 266, 270, 273, 274, 277, 278, 279, 284, 292, 293,
		297, 317, 320, 322, 323, 324, 325, 330, 338, 339, 347, 512, 513, 514, 529, 530, 532, 700, 34665, 34675, 50838,
		50839 };

	private static final int[] COMPRESSIONS = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 32771, 32773, 32946, 34676, 34712, 50000 };

	private static final int MOST_BYTES = 1_000_000;

	/** The places of the parts of one directory. */
	private record Directory(int at, long entries, int next, int size) {

		private int entry(final int number) {
			return next - (int) (entries - number) * size;
		}
	}

	@Override
	public byte[] mutate(final byte[] file, final Random random) {
		final byte[] damaged = file.clone();
		final boolean bigEndian = file.length > 0 && file[0] == 'M';
		final boolean big = Mutation.get(file, 2, 2, bigEndian) == 43;
		final List<Directory> directories = directories(file, bigEndian, big);
		if (directories.isEmpty())
			return damaged;
		if (random.nextInt(12) == 0)
			return chain(damaged, directories.get(random.nextInt(directories.size())), bigEndian, random);
		for (int i = 0; i <= random.nextInt(3); i++)
			damage(damaged, directories.get(random.nextInt(directories.size())), bigEndian, random);
		if (random.nextInt(8) == 0)
			link(damaged, directories, bigEndian, big, random);
		return damaged;
	}

	private static List<Directory> directories(final byte[] file, final boolean bigEndian, final boolean big) {
		final List<Directory> found = new ArrayList<>();
		long at = Mutation.get(file, big ? 8 : 4, big ? 8 : 4, bigEndian);
		while (at > 0 && at < file.length && found.size() < 10) {
			final int first = (int) at + (big ? 8 : 2);
			final long entries = Math.max(0, Math.min(200, Mutation.get(file, (int) at, big ? 8 : 2, bigEndian)));
			final int size = big ? 20 : 12;
			final int next = first + (int) entries * size;
			found.add(new Directory((int) at, entries, next, size));
			at = Mutation.get(file, next, big ? 8 : 4, bigEndian);
		}
		return found;
	}

	private static void damage(final byte[] file, final Directory directory, final boolean bigEndian,
		final Random random)
	{
		if (directory.entries == 0)
			return;
		final int entry = directory.entry(random.nextInt((int) directory.entries));
		final int wide = directory.size == 20 ? 8 : 4;
		final long value = random.nextInt(6) == 0 && wide == 8 ? WIDE_EXTREMES[random.nextInt(WIDE_EXTREMES.length)]
			: Mutation.number(random);
		switch (random.nextInt(8)) {
			case 0 -> Mutation.put(file, entry, 2, TAGS[random.nextInt(TAGS.length)], bigEndian);
			case 1 -> Mutation.put(file, entry + 2, 2, random.nextInt(20), bigEndian);
			case 2 -> Mutation.put(file, entry + 4, wide, value, bigEndian);
			case 3 -> Mutation.put(file, entry + 4 + wide, 2, value, bigEndian);
			case 4 -> Mutation.put(file, entry + 4 + wide, wide, random.nextInt(file.length + 10), bigEndian);
			case 5 -> replaceValue(file, directory, 259, COMPRESSIONS[random.nextInt(COMPRESSIONS.length)], bigEndian);
			case 6 -> replaceValue(file, directory, TAGS[random.nextInt(TAGS.length)], random.nextInt(10), bigEndian);
			default -> Mutation.put(file, entry + 4 + wide, wide, value, bigEndian);
		}
	}

	/** Gives a tag another small value if the tag is there. */
	private static void replaceValue(final byte[] file, final Directory directory, final int tag, final int value,
		final boolean bigEndian)
	{
		for (int i = 0; i < directory.entries; i++) {
			final int entry = directory.entry(i);
			if (Mutation.get(file, entry, 2, bigEndian) == tag)
				Mutation.put(file, entry + directory.size - (directory.size == 20 ? 8 : 4), 2, value, bigEndian);
		}
	}

	/** Adds many directories that all point to the same values and pixels. */
	private static byte[] chain(final byte[] file, final Directory directory, final boolean bigEndian,
		final Random random)
	{
		final int link = directory.size == 20 ? 8 : 4;
		final int end = Math.min(directory.next + link, file.length);
		final byte[] one = Arrays.copyOfRange(file, Math.min(directory.at, end), end);
		final int times = 1 + random.nextInt(MOST_BYTES / Math.max(1, one.length));
		final byte[] longer = Arrays.copyOf(file, file.length + times * one.length);
		int next = directory.next;
		for (int i = 0; i < times; i++) {
			final int at = file.length + i * one.length;
			System.arraycopy(one, 0, longer, at, one.length);
			Mutation.put(longer, next, link, at, bigEndian);
			next = at + one.length - link;
		}
		Mutation.put(longer, next, link, 0, bigEndian);
		return longer;
	}

	/** Changes the order of the directories or the number of their entries. */
	private static void link(final byte[] file, final List<Directory> directories, final boolean bigEndian,
		final boolean big, final Random random)
	{
		final Directory from = directories.get(random.nextInt(directories.size()));
		final Directory to = directories.get(random.nextInt(directories.size()));
		switch (random.nextInt(4)) {
			case 0 -> Mutation.put(file, from.next, big ? 8 : 4, to.at, bigEndian);
			case 1 -> Mutation.put(file, from.next, big ? 8 : 4, random.nextInt(file.length + 10), bigEndian);
			case 2 -> Mutation.put(file, from.at, big ? 8 : 2, Mutation.number(random), bigEndian);
			default -> Mutation.put(file, from.at, big ? 8 : 2, from.entries + random.nextInt(9) - 4, bigEndian);
		}
	}
}
