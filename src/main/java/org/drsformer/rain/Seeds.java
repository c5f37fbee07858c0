package org.drsformer.rain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Random;

/** Turns seeds and numbers into independent random sequences that are the same on every machine. */
public final class Seeds {

	private static final long GOLDEN = 0x9E3779B97F4A7C15L;

	private Seeds() {
		// static functions only
	}

	/** Returns the seed of a member of a family: seeds of adjacent numbers are unrelated (finalizer of SplitMix64). */
	public static long member(final long seed, final long number) {
		return scramble(scramble(seed + GOLDEN) + number * GOLDEN);
	}

	/** Returns a number that differs from name to name: the first 8 bytes of the SHA-256 hash of its UTF-8 text. */
	static long number(final String name) {
		try {
			return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)))
				.getLong();
		}
		catch (final NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("Every Java has SHA-256", impossible);
		}
	}

	private static long scramble(final long value) {
		final long a = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
		final long b = (a ^ a >>> 27) * 0x94D049BB133111EBL;
		return b ^ b >>> 31;
	}

	/** Returns a random sequence; Java specifies what this class draws, but not what its newer ones draw. */
	public static Random random(final long seed) {
		return new Random(scramble(seed));
	}

	/** Returns a uniform random value between two values. */
	static double between(final Random random, final double min, final double max) {
		return min + (max - min) * random.nextDouble();
	}

	/** Returns a random value between two values above 0, whose logarithm is uniform. */
	static double scale(final Random random, final double min, final double max) {
		return min * StrictMath.pow(max / min, random.nextDouble());
	}
}
