package org.drsformer.image.file;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages a file without knowledge of its format. */
final class ByteMutations implements Mutation {

	private static final byte[] FAVOURITES = { 0, (byte) 0xff, (byte) 0x80, 0x7f, 1 };

	private static final int MOST_CHANGES = 8;

	private final List<Mutation> kinds = List.of(ByteMutations::flipBits, ByteMutations::setBytes,
		ByteMutations::setFields, ByteMutations::cut, ByteMutations::repeat, ByteMutations::remove, ByteMutations::zero,
		ByteMutations::insert, this::splice);

	private final List<byte[]> others;

	/**
	 * Makes a mutation.
	 *
	 * @param others files whose ends are joined to the beginnings of others
	 */
	ByteMutations(final List<byte[]> others) {
		this.others = others;
	}

	@Override
	public byte[] mutate(final byte[] file, final Random random) {
		return kinds.get(random.nextInt(kinds.size())).mutate(file, random);
	}

	/** Returns a place, more often near the beginning, where the headers are. */
	private static int place(final byte[] file, final Random random) {
		return file.length == 0 ? 0 : random.nextInt(random.nextBoolean() ? file.length : Math.min(file.length, 200));
	}

	private static byte[] flipBits(final byte[] file, final Random random) {
		final byte[] damaged = file.clone();
		for (int i = 0; i <= random.nextInt(MOST_CHANGES) && file.length > 0; i++)
			damaged[place(file, random)] ^= (byte) (1 << random.nextInt(8));
		return damaged;
	}

	private static byte[] setBytes(final byte[] file, final Random random) {
		final byte[] damaged = file.clone();
		for (int i = 0; i <= random.nextInt(MOST_CHANGES) && file.length > 0; i++)
			damaged[place(file, random)] = FAVOURITES[random.nextInt(FAVOURITES.length)];
		return damaged;
	}

	private static byte[] setFields(final byte[] file, final Random random) {
		final byte[] damaged = file.clone();
		for (int i = 0; i <= random.nextInt(3); i++)
			Mutation.put(damaged, place(file, random), random.nextBoolean() ? 2 : 4, Mutation.number(random),
				random.nextBoolean());
		return damaged;
	}

	private static byte[] cut(final byte[] file, final Random random) {
		return Arrays.copyOf(file, place(file, random));
	}

	private static byte[] repeat(final byte[] file, final Random random) {
		final int from = place(file, random);
		final int to = from + Math.min(file.length - from, 1 + random.nextInt(300));
		return joined(Arrays.copyOf(file, to), Arrays.copyOfRange(file, from, file.length));
	}

	private static byte[] remove(final byte[] file, final Random random) {
		final int from = place(file, random);
		final int to = from + Math.min(file.length - from, 1 + random.nextInt(300));
		return joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
	}

	private static byte[] zero(final byte[] file, final Random random) {
		final byte[] damaged = file.clone();
		final int from = place(file, random);
		Arrays.fill(damaged, from, from + Math.min(file.length - from, 1 + random.nextInt(500)), (byte) 0);
		return damaged;
	}

	private static byte[] insert(final byte[] file, final Random random) {
		final byte[] noise = new byte[1 + random.nextInt(100)];
		random.nextBytes(noise);
		final int at = place(file, random);
		return joined(joined(Arrays.copyOf(file, at), noise), Arrays.copyOfRange(file, at, file.length));
	}

	private byte[] splice(final byte[] file, final Random random) {
		final byte[] other = others.get(random.nextInt(others.size()));
		final int from = place(other, random);
		return joined(Arrays.copyOf(file, place(file, random)), Arrays.copyOfRange(other, from, other.length));
	}

	static byte[] joined(final byte[] first, final byte[] second) {
		final byte[] both = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		return both;
	}
}
