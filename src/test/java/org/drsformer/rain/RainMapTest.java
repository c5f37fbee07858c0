package org.drsformer.rain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RainMapTest {

	private static Rain streaks(final double density, final double angle, final double width) {
		return new Rain(List.of(Streaks.alike(density * 30 * width / 1e4, 30, width, angle, 0, 0.5, 0, 0)), 0, 0,
			Blending.ADDITIVE);
	}

	private static double mean(final RainMap map) {
		double sum = 0;
		for (final float value : map.values())
			sum += value;
		return sum / map.values().length;
	}

	private static long checksum(final RainMap map) {
		final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * map.values().length);
		bytes.asFloatBuffer().put(map.values());
		final CRC32 crc = new CRC32();
		crc.update(bytes.array());
		return crc.getValue();
	}

	/**
	 * Golden checksums of every bit, since rain is as measured: the rain of a seed stays what it is, on every machine.
	 */
	@ParameterizedTest
	@CsvSource({ "RAIN200L, 1, 2247190540", "RAIN200H, 1, 1610002617", "MIXED, 1, 1023140376",
		"RAIN200H, -7, 1724354822" })
	void bitsStay(final RainPreset preset, final long seed, final long expected) {
		assertEquals(expected, checksum(RainMap.of(preset.draw(new Random(seed)), 61, 47, seed)));
	}

	@Test
	void anotherSeedIsOtherRain() {
		final Rain rain = streaks(60, 10, 1.5);
		assertArrayEquals(RainMap.of(rain, 64, 64, 5).values(), RainMap.of(rain, 64, 64, 5).values());
		assertFalse(Arrays.equals(RainMap.of(rain, 64, 64, 5).values(), RainMap.of(rain, 64, 64, 6).values()));
	}

	/** Density * length * width * brightness, all over the image and not only in its middle. */
	@ParameterizedTest
	@ValueSource(doubles = { 0, 20, 45, 90, -60, 180 })
	void brightnessIsThatOfItsStreaks(final double angle) {
		final RainMap map = RainMap.of(streaks(40, angle, 2), 900, 700, 3);
		assertEquals(40e-4 * 30 * 2 * 0.5, mean(map), 0.006);
		double corner = 0;
		for (int y = 0; y < 100; y++)
			for (int x = 0; x < 100; x++)
				corner += map.values()[900 * y + x];
		assertEquals(0.12, corner / 10_000, 0.04);
	}

	@Test
	void aThinnerStreakIsFainter() {
		assertEquals(40e-4 * 30 * 0.5 * 0.5, mean(RainMap.of(streaks(40, 17, 0.5), 900, 700, 3)), 0.004);
	}

	@Test
	void streaksFallAlongTheirAngle() {
		final Rain diagonal = streaks(15, 45, 1);
		final float[] map = RainMap.of(diagonal, 300, 300, 1).values();
		double along = 0;
		double across = 0;
		for (int y = 8; y < 292; y++)
			for (int x = 8; x < 292; x++) {
				along += map[300 * y + x] * map[300 * (y + 5) + x + 5];
				across += map[300 * y + x] * map[300 * (y + 5) + x - 5];
			}
		assertTrue(along > 3 * across, along + " " + across);
	}

	@Test
	void hazeIsEverywhereAndVeilOnAverage() {
		final RainMap haze = RainMap.of(new Rain(List.of(), 0, 0.25, Blending.ADDITIVE), 20, 10, 1);
		for (final float value : haze.values())
			assertEquals(0.25f, value);
		final RainMap veil = RainMap.of(new Rain(List.of(), 0.1, 0, Blending.ADDITIVE), 400, 300, 1);
		assertEquals(0.1, mean(veil), 0.01);
	}

	@Test
	void layersAddUp() {
		final Streaks near = Streaks.alike(0.24, 40, 3, 5, 2, 0.6, 0.5, 0.5);
		final float[] one = RainMap.of(new Rain(List.of(near), 0, 0.125, Blending.ADDITIVE), 80, 60, 9).values();
		final float[] two = RainMap.of(new Rain(List.of(near, near), 0, 0.125, Blending.ADDITIVE), 80, 60, 9).values();
		boolean brighter = false;
		for (int i = 0; i < one.length; i++) {
			assertTrue(two[i] >= one[i]);
			brighter |= two[i] > one[i];
		}
		assertTrue(brighter);
	}

	@Test
	void anImageOfOnePixel() {
		assertEquals(1, RainMap.of(RainPreset.RAIN200H.draw(new Random(1)), 1, 1, 1).values().length);
	}

	@Test
	void moreThanAnArrayHoldsIsRefused() {
		final String message = assertThrows(DrsformerException.class,
			() -> RainMap.of(streaks(1, 0, 1), 70_000, 70_000, 1)).getMessage();
		assertTrue(message.contains("70000 x 70000"), message);
	}

	@ParameterizedTest
	@CsvSource({ "density, -1, 10, 1, 0, 1, 0, 0", "length, 1, 0, 1, 0, 1, 0, 0", "width, 1, 10, NaN, 0, 1, 0, 0",
		"angle, 1, 10, 1, 1000, 1, 0, 0", "brightness, 1, 10, 1, 0, -1, 0, 0", "taper, 1, 10, 1, 0, 1, 7, 0",
		"softness, 1, 10, 1, 0, 1, 0, -1" })
	void impossibleStreaks(final String name, final double density, final double length, final double width,
		final double angle, final double brightness, final double taper, final double softness)
	{
		final String message = assertThrows(DrsformerException.class,
			() -> new Streaks(density, Distribution.constant(length), Distribution.constant(width),
				Distribution.constant(angle), Distribution.constant(brightness), taper, softness))
			.getMessage();
		assertTrue(message.startsWith("Rain cannot have a " + name + " of "), message);
	}

	/** A soft streak is as bright in its middle, and half as bright in all. */
	@Test
	void softStreaksFadeToTheirSides() {
		final Streaks soft = new Streaks(0.4, Distribution.constant(60), Distribution.constant(12),
			Distribution.constant(20), Distribution.constant(0.5), 0, 1);
		assertEquals(0.4 * 0.5 / 2, mean(RainMap.of(new Rain(List.of(soft), 0, 0, Blending.ADDITIVE), 900, 700, 3)),
			0.02);
	}

	@Test
	void impossibleRain() {
		assertThrows(DrsformerException.class, () -> new Rain(List.of(), -0.1, 0, Blending.SCREEN));
		assertThrows(DrsformerException.class, () -> new Rain(List.of(), 0, Double.NaN, Blending.SCREEN));
	}
}
