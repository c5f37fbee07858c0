package org.drsformer.image.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages the chunks of AVI and WebP files. */
final class RiffMutations implements Mutation {

	private static final int HEAD = 8;

	private static final int MOST_COPIES = 500;

	/** A chunk: where it begins, and the length of its data. Lists are chunks, and so is their content. */
	private record Chunk(int at, int length) {}

	@Override
	public byte[] mutate(final byte[] file, final Random random) {
		final List<Chunk> chunks = new ArrayList<>();
		walk(file, 0, file.length, chunks);
		if (chunks.isEmpty())
			return file.clone();
		final Chunk chunk = chunks.get(random.nextInt(chunks.size()));
		final byte[] damaged = file.clone();
		switch (random.nextInt(7)) {
			case 0 -> Mutation.put(damaged, chunk.at + 4, 4, Mutation.number(random), false);
			case 1 ->
				Mutation.put(damaged, chunk.at + 4, 4, Math.max(0, chunk.length + random.nextInt(21) - 10), false);
			case 2 -> name(damaged, chunk, file, chunks.get(random.nextInt(chunks.size())));
			case 3 -> {
				return copies(file, chunk, random);
			}
			case 4 -> {
				return ByteMutations.joined(Arrays.copyOf(file, chunk.at),
					Arrays.copyOfRange(file, end(file, chunk), file.length));
			}
			default -> Mutation.put(damaged, chunk.at + HEAD + random.nextInt(Math.max(1, Math.min(chunk.length, 60))),
				random.nextBoolean() ? 4 : 2, Mutation.number(random), false);
		}
		return damaged;
	}

	private static void walk(final byte[] file, final int from, final int to, final List<Chunk> chunks) {
		int at = from;
		while (at + HEAD <= to) {
			final int length = (int) Math.min(Mutation.get(file, at + 4, 4, false), to - at - HEAD);
			chunks.add(new Chunk(at, length));
			if (file[at] == 'R' && file[at + 1] == 'I' || file[at] == 'L' && file[at + 1] == 'I' && file[at + 2] == 'S')
				walk(file, at + HEAD + 4, at + HEAD + length, chunks);
			at += HEAD + length + (length & 1);
		}
	}

	private static int end(final byte[] file, final Chunk chunk) {
		return Math.min(file.length, chunk.at + HEAD + chunk.length + (chunk.length & 1));
	}

	/** Gives a chunk the name of another. */
	private static void name(final byte[] damaged, final Chunk chunk, final byte[] file, final Chunk other) {
		System.arraycopy(file, other.at, damaged, chunk.at, 4);
	}

	private static byte[] copies(final byte[] file, final Chunk chunk, final Random random) {
		final byte[] one = Arrays.copyOfRange(file, chunk.at, end(file, chunk));
		byte[] damaged = Arrays.copyOf(file, end(file, chunk));
		for (int i = 0; i < 1 + random.nextInt(MOST_COPIES) && damaged.length < 200_000; i++)
			damaged = ByteMutations.joined(damaged, one);
		return ByteMutations.joined(damaged, Arrays.copyOfRange(file, end(file, chunk), file.length));
	}
}
