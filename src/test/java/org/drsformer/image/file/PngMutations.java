package org.drsformer.image.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Damages the chunks of a PNG file and corrects their checksums afterwards. */
final class PngMutations implements Mutation {

	private static final int SIGNATURE = 8;

	/** The bytes of a chunk besides its data. */
	private static final int FRAME = 12;

	private static final int BOMB = 3_000_000;

	private record Chunk(String kind, byte[] data) {}

	@Override
	public byte[] mutate(final byte[] file, final Random random) {
		final List<Chunk> chunks = chunks(file);
		if (chunks.isEmpty())
			return file.clone();
		final int place = random.nextInt(chunks.size());
		final Chunk chunk = chunks.get(place);
		switch (random.nextInt(8)) {
			case 0 -> chunks.remove(place);
			case 1 -> chunks.add(random.nextInt(chunks.size()), chunk);
			case 2 -> chunks.set(place, new Chunk(kind(random), chunk.data));
			case 3 -> chunks.set(0, new Chunk("IHDR", header(chunks.get(0).data, random)));
			case 4 -> chunks.add(1, new Chunk(random.nextBoolean() ? "iCCP" : "zTXt",
				ByteMutations.joined(new byte[] { 'a', 0, 0 }, packedZeros(BOMB))));
			case 6 -> large(chunks, random);
			case 5 -> chunks.set(place,
				new Chunk(chunk.kind, Arrays.copyOf(chunk.data, (int) Math.min(100_000, Mutation.number(random)))));
			default -> chunks.set(place, new Chunk(chunk.kind, bytes(chunk.data, random)));
		}
		final byte[] damaged = joined(chunks);
		if (random.nextInt(5) == 0)
			Mutation.put(damaged, SIGNATURE + (random.nextBoolean() ? 0 : 25), 4, Mutation.number(random), true);
		return damaged;
	}

	private static String kind(final Random random) {
		final List<String> kinds = List.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "iCCP", "eXIf", "acTL",
			"fdAT", "sBIT", "pHYs", "XXXX");
		return kinds.get(random.nextInt(kinds.size()));
	}

	private static byte[] header(final byte[] data, final Random random) {
		final byte[] header = Arrays.copyOf(data, 13);
		switch (random.nextInt(3)) {
			case 0 -> Mutation.put(header, 4 * random.nextInt(2), 4, Mutation.number(random), true);
			case 1 -> Mutation.put(header, 4 * random.nextInt(2), 4, 1 + random.nextInt(60), true);
			default -> header[8 + random.nextInt(5)] = (byte) random.nextInt(20);
		}
		return header;
	}

	private static byte[] bytes(final byte[] data, final Random random) {
		final byte[] damaged = data.clone();
		for (int i = 0; i <= random.nextInt(4) && data.length > 0; i++)
			damaged[random.nextInt(data.length)] = (byte) random.nextInt();
		return damaged;
	}

	/** Makes a large image in a small file, which may be complete. */
	private static void large(final List<Chunk> chunks, final Random random) {
		final byte[] header = Arrays.copyOf(chunks.get(0).data, 13);
		Mutation.put(header, 0, 4, 1 + random.nextInt(5000), true);
		Mutation.put(header, 4, 4, 1 + random.nextInt(5000), true);
		final byte[] pixels = packedZeros(random.nextInt(30_000_000));
		chunks.set(0, new Chunk("IHDR", header));
		chunks.replaceAll(chunk -> chunk.kind.equals("IDAT") ? new Chunk("IDAT", pixels) : chunk);
	}

	/** Returns many zeros, compressed to few bytes. */
	private static byte[] packedZeros(final int count) {
		final Deflater deflater = new Deflater();
		deflater.setInput(new byte[count]);
		deflater.finish();
		final byte[] packed = new byte[1000 + count / 500];
		final int length = deflater.deflate(packed);
		deflater.end();
		return Arrays.copyOf(packed, length);
	}

	private static List<Chunk> chunks(final byte[] file) {
		final List<Chunk> chunks = new ArrayList<>();
		int at = SIGNATURE;
		while (at + FRAME <= file.length) {
			final long length = Mutation.get(file, at, 4, true);
			if (length > file.length - at - FRAME)
				break;
			chunks.add(new Chunk(new String(file, at + 4, 4, StandardCharsets.ISO_8859_1),
				Arrays.copyOfRange(file, at + 8, (int) (at + 8 + length))));
			at += FRAME + (int) length;
		}
		return chunks;
	}

	private static byte[] joined(final List<Chunk> chunks) {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.writeBytes(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n' });
		for (final Chunk chunk : chunks) {
			final byte[] content = ByteMutations.joined(chunk.kind.getBytes(StandardCharsets.ISO_8859_1), chunk.data);
			final CRC32 crc = new CRC32();
			crc.update(content);
			out.writeBytes(ByteBuffer.allocate(4).putInt(chunk.data.length).array());
			out.writeBytes(content);
			out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
		}
		return out.toByteArray();
	}
}
