package org.drsformer.image.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages the segments of a JPEG file. */
final class JpegMutations implements Mutation {

	private static final int SCAN = 0xda;

	private static final int MOST_SCANS = 2000;

	private static final int MOST_BYTES = 300_000;

	/** A segment; for a scan, with the data after it. */
	private record Segment(int from, int to, int marker) {}

	@Override
	public byte[] mutate(final byte[] file, final Random random) {
		final List<Segment> segments = segments(file);
		if (segments.isEmpty())
			return file.clone();
		final Segment segment = segments.get(random.nextInt(segments.size()));
		return switch (random.nextInt(7)) {
			case 0 -> field(file, segment.from + 2, 2, random);
			case 1 -> repeat(file, segments, random);
			case 2 -> ByteMutations.joined(Arrays.copyOf(file, segment.from),
				Arrays.copyOfRange(file, segment.to, file.length));
			case 3 -> marker(file, segment, random);
			case 4 -> frame(file, segments, random);
			default -> inside(file, segment, random);
		};
	}

	private static List<Segment> segments(final byte[] file) {
		final List<Segment> segments = new ArrayList<>();
		int at = 2;
		while (at + 4 <= file.length && (file[at] & 0xff) == 0xff) {
			final int marker = file[at + 1] & 0xff;
			int end = Math.min(file.length, at + 2 + (int) Mutation.get(file, at + 2, 2, true));
			if (marker == SCAN)
				end = endOfScan(file, end);
			segments.add(new Segment(at, end, marker));
			at = end;
		}
		return segments;
	}

	/** Returns where the next marker is that is not a restart marker. */
	private static int endOfScan(final byte[] file, final int from) {
		int at = from;
		while (at + 1 < file.length) {
			final int next = file[at + 1] & 0xff;
			if ((file[at] & 0xff) == 0xff && next != 0 && (next < 0xd0 || next > 0xd7))
				return at;
			at++;
		}
		return file.length;
	}

	private static byte[] field(final byte[] file, final int at, final int bytes, final Random random) {
		final byte[] damaged = file.clone();
		Mutation.put(damaged, at, bytes, Mutation.number(random), true);
		return damaged;
	}

	/** Repeats a scan or another segment many times. */
	private static byte[] repeat(final byte[] file, final List<Segment> segments, final Random random) {
		final List<Segment> scans = segments.stream().filter(segment -> segment.marker == SCAN).toList();
		final List<Segment> from = scans.isEmpty() || random.nextInt(4) == 0 ? segments : scans;
		final Segment segment = from.get(random.nextInt(from.size()));
		final int size = segment.to - segment.from;
		final int times = Math.min(1 + random.nextInt(MOST_SCANS), MOST_BYTES / Math.max(1, size));
		final byte[] repeated = new byte[size * times];
		for (int i = 0; i < repeated.length; i++)
			repeated[i] = file[segment.from + i % size];
		final byte[] start = Arrays.copyOf(file, segment.to);
		if (random.nextInt(3) == 0)
			enlarge(start, segments, random);
		return ByteMutations.joined(ByteMutations.joined(start, repeated),
			Arrays.copyOfRange(file, segment.to, file.length));
	}

	/** Makes the image larger: a scan of a large image takes long, even if there is little in it. */
	private static void enlarge(final byte[] file, final List<Segment> segments, final Random random) {
		segments.stream()
			.filter(segment -> segment.marker >= 0xc0 && segment.marker <= 0xc2)
			.findAny()
			.ifPresent(frame -> {
				Mutation.put(file, frame.from + 5, 2, 500 + random.nextInt(5500), true);
				Mutation.put(file, frame.from + 7, 2, 500 + random.nextInt(5500), true);
			});
	}

	private static byte[] marker(final byte[] file, final Segment segment, final Random random) {
		final byte[] damaged = file.clone();
		final int[] markers = { 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc9, 0xd8, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xe0, 0xe1,
			0xe2, 0xee, 0xf7, 0xfe, 0, 0xff };
		damaged[segment.from + 1] = (byte) markers[random.nextInt(markers.length)];
		return damaged;
	}

	/** Damages the size, depth, number of components or sampling. */
	private static byte[] frame(final byte[] file, final List<Segment> segments, final Random random) {
		final Segment frame = segments.stream()
			.filter(segment -> segment.marker >= 0xc0 && segment.marker <= 0xc2)
			.findAny()
			.orElse(segments.get(0));
		final byte[] damaged = file.clone();
		switch (random.nextInt(4)) {
			case 0 -> Mutation.put(damaged, frame.from + 5 + 2 * random.nextInt(2), 2, Mutation.number(random), true);
			case 1 -> Mutation.put(damaged, frame.from + 5, 4, random.nextInt() & 0xffffffffL, true);
			case 2 -> Mutation.put(damaged, frame.from + (random.nextBoolean() ? 4 : 9), 1, random.nextInt(20), true);
			default -> Mutation.put(damaged, frame.from + 10 + random.nextInt(9), 1, random.nextInt(), true);
		}
		return damaged;
	}

	private static byte[] inside(final byte[] file, final Segment segment, final Random random) {
		final byte[] damaged = file.clone();
		for (int i = 0; i <= random.nextInt(3); i++)
			Mutation.put(damaged, segment.from + 2 + random.nextInt(Math.max(1, segment.to - segment.from - 2)), 1,
				random.nextInt(), true);
		return damaged;
	}
}
