package org.drsformer.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.process.FloatProcessor;

import org.drsformer.cli.CommandLineRun;
import org.drsformer.cli.TestImages;
import org.drsformer.image.file.ImageFiles;
import org.drsformer.metric.Protocol;
import org.drsformer.metric.noreference.GoldenScores;
import org.drsformer.metric.noreference.NoReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Calls the command {@code metrics} as users do. */
class MetricsCommandTest {

	private static final Path RAINY = Path.of("src/test/resources/test-images/light/raccoon.png");
	private static final Path CLEAN = Path.of("test-images", "clean", "raccoon.png");

	@TempDir
	private Path folder;

	private static JsonObject json(final String line) {
		return JsonParser.parseString(line).getAsJsonObject();
	}

	/** The expected numbers are those of test_images_octave.csv. */
	@Test
	void jsonHasAnObjectForEachProtocolWithAllDigits() {
		final CommandLineRun run = CommandLineRun.of("metrics", RAINY, CLEAN, "--json", "--protocol", "did-ddn",
			"--protocol", "rain200-spa");
		assertEquals(0, run.code(), run::err);
		assertEquals(2, run.lines().length);
		assertEquals("did-ddn", json(run.lines()[0]).get("protocol").getAsString());
		assertEquals("rain200-spa", json(run.lines()[1]).get("protocol").getAsString());
		assertEquals(33.718686390207, json(run.lines()[0]).get("psnr").getAsDouble(), 1e-9);
		assertEquals(0.96720126779525, json(run.lines()[0]).get("ssim").getAsDouble(), 1e-10);
		assertEquals(33.716550887957, json(run.lines()[1]).get("psnr").getAsDouble(), 1e-9);
		assertEquals(0.96717170271144, json(run.lines()[1]).get("ssim").getAsDouble(), 1e-10);
	}

	@Test
	void usuallyTheProtocolOfRain200() {
		assertEquals("rain200-spa: PSNR 33.72 dB, SSIM 0.9672",
			CommandLineRun.of("metrics", RAINY, CLEAN).out().strip());
	}

	@Test
	void identicalImagesAreInfinitelyGood() {
		final CommandLineRun run = CommandLineRun.of("metrics", CLEAN, CLEAN, "--json");
		assertEquals("Infinity", json(run.out()).get("psnr").getAsString());
		assertTrue(json(run.out()).getAsJsonPrimitive("psnr").isString());
		assertEquals(1, json(run.out()).get("ssim").getAsDouble());
	}

	@Test
	void aStackIsScoredPlaneByPlane() {
		final Path result = TestImages.stack(folder.resolve("result.tif"), 3, 0, 3);
		final Path target = TestImages.stack(folder.resolve("target.tif"), 0, 0, 0);
		final Path plane = TestImages.stack(folder.resolve("plane.tif"), 3);
		final CommandLineRun run = CommandLineRun.of("metrics", result, target, "--json");
		final JsonObject one = json(
			CommandLineRun.of("metrics", plane, TestImages.stack(folder.resolve("0.tif"), 0), "--json").out());
		assertEquals(3, json(run.out()).get("planes").getAsInt());
		assertEquals(1, json(run.out()).get("infinitePlanes").getAsInt());
		assertEquals(one.get("psnr").getAsDouble(), json(run.out()).get("psnr").getAsDouble(), 1e-12);
		assertEquals((2 * one.get("ssim").getAsDouble() + 1) / 3, json(run.out()).get("ssim").getAsDouble(), 1e-12);
	}

	@Test
	void sixteenBitsAreNotScoredAgainst255() {
		final Path result = TestImages.gray16(folder.resolve("result.png"), 3);
		final Path target = TestImages.gray16(folder.resolve("target.png"), 0);
		final CommandLineRun refused = CommandLineRun.of("metrics", result, target, "--protocol", "rain200-spa",
			"--protocol", "did-ddn");
		assertEquals(1, refused.code());
		assertTrue(refused.err().contains("result.png") && refused.err().contains("8-bit"), refused.err());
		assertTrue(refused.out().startsWith("did-ddn: PSNR"), "one protocol does not stop the other");
		final CommandLineRun stated = CommandLineRun.of("metrics", result, target, "--data-range", "4095", "--json");
		assertEquals(0, stated.code(), stated::err);
		assertEquals(4095, json(stated.out()).get("dataRange").getAsDouble());
	}

	@Test
	void helpSaysWhatEveryProtocolComputes() {
		final String help = CommandLineRun.of("metrics", "--help").out().replaceAll("\\s+", " ");
		for (final Protocol protocol : Protocol.all())
			assertTrue(help.contains(protocol.name() + " " + protocol.description()), protocol.name());
		for (final NoReference protocol : NoReference.all())
			assertTrue(help.contains(protocol.name() + " " + protocol.description()), protocol.name());
		assertTrue(CommandLineRun.of("metrics", "--help").out().lines().allMatch(line -> line.length() <= 80));
	}

	@Test
	void badInputIsASentence() throws IOException {
		final Path text = Files.writeString(folder.resolve("text.png"), "this is text");
		final Path small = TestImages.gray(folder.resolve("small.png"), 9, 9, 0);
		final Path other = TestImages.gray(folder.resolve("other.png"), 20, 16, 0);
		for (final Path bad : new Path[] { folder.resolve("missing.png"), text, small, other, folder }) {
			final CommandLineRun run = CommandLineRun.of("metrics", bad, small);
			assertEquals(1, run.code());
			assertTrue(run.err().contains(bad.toString()), run.err());
			assertFalse(run.err().contains("\tat "), "no stack trace");
			assertTrue(run.out().isEmpty(), run.out());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "--protocol=psnr", "--data-range=0", "--data-range=white", "--colour" })
	void badUsage(final String option) {
		final CommandLineRun run = CommandLineRun.of("metrics", RAINY, CLEAN, option);
		assertEquals(2, run.code());
		assertTrue(run.err().contains(option.substring(option.indexOf('=') + 1)), run.err());
	}

	@Test
	void protocolsWithTargetsNeedBothImages() {
		for (final String[] options : new String[][] { {}, { "--protocol", "rgb" },
			{ "--protocol", "niqe", "--protocol", "rgb" } }) {
			final CommandLineRun run = CommandLineRun
				.of(Stream.concat(Stream.of("metrics", RAINY), Stream.of(options)).toArray());
			assertEquals(2, run.code());
			assertTrue(run.err().contains("scores against clean targets; name them, or use the protocol niqe or"),
				run.err());
		}
		assertEquals(2, CommandLineRun.of("metrics").code());
	}

	@Test
	void niqeAndBrisqueNeedNoTarget() {
		final GoldenScores.Golden golden = GoldenScores.of("clean_raccoon");
		final CommandLineRun run = CommandLineRun.of("metrics", CLEAN, "--protocol", "niqe", "--protocol", "brisque",
			"--json");
		assertEquals(0, run.code(), run::err);
		assertEquals("niqe", json(run.lines()[0]).get("protocol").getAsString());
		assertEquals(golden.niqe(), json(run.lines()[0]).get("score").getAsDouble(), 1e-9);
		assertEquals(golden.brisque(), json(run.lines()[1]).get("score").getAsDouble(), 1e-8);
		assertEquals("niqe: NIQE 2.6744", CommandLineRun.of("metrics", CLEAN, "--protocol", "niqe").out().strip());
	}

	@Test
	void aTargetIsScoredAgainstToo() {
		final CommandLineRun run = CommandLineRun.of("metrics", RAINY, CLEAN, "--protocol", "niqe");
		assertEquals("rain200-spa: PSNR 33.72 dB, SSIM 0.9672\nniqe: NIQE 2.8106", run.out().strip().replace("\r", ""));
	}

	@Test
	void whatNiqeDoesNotScoreIsSaid() throws IOException {
		Files.copy(GoldenScores.of("constant_192x192").file(), folder.resolve("flat.png"));
		TestImages.gray(folder.resolve("small.png"), 9, 9, 0);
		for (final String bad : new String[] { "small.png", "flat.png" })
			for (final String protocol : new String[] { "niqe", "brisque" }) {
				final CommandLineRun run = CommandLineRun.of("metrics", folder.resolve(bad), "--protocol", protocol);
				assertEquals(1, run.code());
				assertTrue(run.out().isEmpty() && run.err().startsWith(folder.resolve(bad) + ": "), run.err());
			}
	}

	@Test
	void valuesThatAreScaledAreSaid() {
		final FloatProcessor noise = new FloatProcessor(200, 100, new Random(1).doubles(20_000).toArray());
		ImageFiles.write(new ImagePlus("float", noise), folder.resolve("float.tif"));
		noise.multiply(4095);
		ImageFiles.write(new ImagePlus("deep", noise.convertToShort(false)), folder.resolve("deep.png"));
		final CommandLineRun deep = CommandLineRun.of("metrics", folder.resolve("deep.png"), "--protocol", "niqe",
			"--protocol", "brisque");
		assertTrue(deep.out().matches("(?s)niqe: .*, values scaled from 0..65535 to 0..255\\R.*to 0..255\\R"),
			deep.out());
		final CommandLineRun refused = CommandLineRun.of("metrics", folder.resolve("float.tif"), "--protocol", "niqe");
		assertEquals(1, refused.code());
		assertTrue(refused.err().contains("not 32-bit floating-point ones; state the data range"), refused.err());
		final CommandLineRun stated = CommandLineRun.of("metrics", folder.resolve("float.tif"), "--protocol", "niqe",
			"--data-range", "1");
		assertTrue(stated.out().contains("scaled from 0..1 to 0..255"), stated.out());
	}
}
