package org.drsformer.image.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages the headers of BMP, GIF and PNM files. */
final class HeaderMutations {

	/** The fields of BMP: offset and length. */
	private static final int[][] BMP_FIELDS = { { 2, 4 }, { 10, 4 }, { 14, 4 }, { 18, 4 }, { 22, 4 }, { 26, 2 },
		{ 28, 2 }, { 30, 4 }, { 34, 4 }, { 46, 4 }, { 50, 4 }, { 54, 4 } };

	private static final int[] BMP_SMALL = { 0, 1, 2, 3, 4, 5, 6, 8, 11, 12, 13, 16, 24, 32, 40, 52, 56, 64, 108, 124 };

	private HeaderMutations() {
		// static functions only
	}

	static byte[] bmp(final byte[] file, final Random random) {
		final byte[] damaged = file.clone();
		for (int i = 0; i <= random.nextInt(3); i++) {
			final int[] field = BMP_FIELDS[random.nextInt(BMP_FIELDS.length)];
			final long value = random.nextBoolean() ? BMP_SMALL[random.nextInt(BMP_SMALL.length)]
				: Mutation.number(random);
			Mutation.put(damaged, field[0], field[1], value, false);
		}
		return damaged;
	}

	/** Damages the screen or the first frame, or repeats blocks. */
	static byte[] gif(final byte[] file, final Random random) {
		final byte[] damaged = file.clone();
		final int frame = find(file, (byte) ',');
		switch (random.nextInt(5)) {
			case 0 -> Mutation.put(damaged, 6 + 2 * random.nextInt(2), 2, Mutation.number(random), false);
			case 1 -> Mutation.put(damaged, frame + 1 + 2 * random.nextInt(4), 2, Mutation.number(random), false);
			case 2 -> Mutation.put(damaged, frame + 9, 2, random.nextInt(), false);
			case 3 -> {
				return repeated(file, frame, random);
			}
			default -> Mutation.put(damaged, 10, 1, random.nextInt(), false);
		}
		return damaged;
	}

	private static int find(final byte[] file, final byte wanted) {
		for (int i = Math.min(13, file.length); i < file.length; i++)
			if (file[i] == wanted)
				return i;
		return 0;
	}

	private static byte[] repeated(final byte[] file, final int frame, final Random random) {
		final byte[] frames = Arrays.copyOfRange(file, frame, Math.max(frame, file.length - 1));
		byte[] damaged = Arrays.copyOf(file, Math.max(0, file.length - 1));
		for (int i = 0; i < random.nextInt(400) && damaged.length < 200_000; i++)
			damaged = ByteMutations.joined(damaged, frames);
		return ByteMutations.joined(damaged, new byte[] { ';' });
	}

	/** Replaces a word of the header. */
	static byte[] pnm(final byte[] file, final Random random) {
		final int head = Math.min(file.length, 100);
		final String[] words = new String(file, 0, head, StandardCharsets.ISO_8859_1).split("(?<=\\s)");
		final List<String> others = List.of("0 ", "1 ", "-1 ", "65535 ", "65536 ", "100000 ", "2147483647 ",
			"4294967295 ", "99999999999999999999 ", "# ", "a ", "\n", "ENDHDR\n", "WIDTH ", "DEPTH ", "RGB ",
			"TUPLTYPE ", "1e9 ", "NaN ");
		words[random.nextInt(Math.min(words.length, 8))] = others.get(random.nextInt(others.size()));
		return ByteMutations.joined(String.join("", words).getBytes(StandardCharsets.ISO_8859_1),
			Arrays.copyOfRange(file, head, file.length));
	}
}
