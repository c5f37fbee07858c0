package org.drsformer.image.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Undamaged image files of all kinds, which are then damaged.
 *
 * @param files the corpus
 */
record FuzzSeeds(List<Path> files, List<byte[]> contents) {

	/** The kinds, of which equally many files are used, so that a kind with many files does not dominate. */
	private static final List<String> KINDS = List.of(".tif", ".tif", ".tif", ".png", ".jpg", ".jpg", ".bmp", ".gif",
		".webp", ".avi", ".avi", ".pgm", ".ppm", ".pam", ".pbm");

	static FuzzSeeds of(final Path folder) throws IOException {
		try (Stream<Path> found = Files.list(folder)) {
			final List<Path> files = found.filter(file -> KINDS.stream().anyMatch(file.toString()::endsWith))
				.sorted()
				.toList();
			final List<byte[]> contents = new ArrayList<>();
			for (final Path file : files)
				contents.add(Files.readAllBytes(file));
			return new FuzzSeeds(files, contents);
		}
	}

	int choose(final Random random) {
		final String kind = KINDS.get(random.nextInt(KINDS.size()));
		while (true) {
			final int number = random.nextInt(files.size());
			if (files.get(number).toString().endsWith(kind))
				return number;
		}
	}

	/** Returns a seed with one or several damages. */
	byte[] damaged(final int number, final Random random) {
		byte[] damaged = contents.get(number);
		final int times = random.nextInt(5) == 0 ? 1 + random.nextInt(4) : 1;
		for (int i = 0; i < times; i++)
			damaged = mutation(files.get(number), random).mutate(damaged, random);
		return damaged;
	}

	private Mutation mutation(final Path file, final Random random) {
		final String name = file.toString();
		if (random.nextInt(3) == 0)
			return new ByteMutations(contents);
		return switch (name.substring(name.lastIndexOf('.') + 1)) {
			case "tif" -> new TiffMutations();
			case "png" -> new PngMutations();
			case "jpg" -> new JpegMutations();
			case "avi", "webp" -> new RiffMutations();
			case "bmp" -> HeaderMutations::bmp;
			case "gif" -> HeaderMutations::gif;
			default -> HeaderMutations::pnm;
		};
	}
}
