package org.drsformer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.drsformer.image.file.ImageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** Checks that the command line takes images and videos as users see them. */
class AsSeenTest {

	private static final Path LOOK = Path.of("src/test/resources/look");
	private static final Path AVI = Path.of("src/test/resources/avi");

	@TempDir
	private Path folder;

	private CommandLineRun derain(final Path... inputs) {
		return CommandLineRun
			.of(Stream
				.concat(Stream.of("derain", "--model", Program.MODEL, "--threads", 1, "-o", folder.resolve("out")),
					Stream.of(inputs))
				.toArray());
	}

	@ParameterizedTest
	@ValueSource(strings = { "palette.png", "palette.tif" })
	void metricsOfAPalette(final String file) throws IOException {
		final Path colors = folder.resolve("colors.png");
		ImageFiles.write(new ImagePlus("", new ColorProcessor(ImageIO.read(LOOK.resolve("palette.png").toFile()))),
			colors);
		final CommandLineRun run = CommandLineRun.of("metrics", LOOK.resolve(file), colors);
		assertEquals("rain200-spa: PSNR Infinity dB, SSIM 1.0000", run.out().strip(), run::err);
	}

	@Test
	void metricsOfAFileThatBeginsWithWhite() {
		final ImageProcessor raw = ImageFiles.read(LOOK.resolve("min_is_white.tif")).getProcessor();
		final ImageProcessor seen = new ByteProcessor(raw.getWidth(), raw.getHeight());
		for (int i = 0; i < raw.getPixelCount(); i++)
			seen.set(i, raw.isInvertedLut() ? 255 - raw.get(i) : raw.get(i));
		assertTrue(raw.isInvertedLut());
		ImageFiles.write(new ImagePlus("", seen), folder.resolve("seen.png"));
		final CommandLineRun run = CommandLineRun.of("metrics", LOOK.resolve("min_is_white.tif"),
			folder.resolve("seen.png"));
		assertEquals("rain200-spa: PSNR Infinity dB, SSIM 1.0000", run.out().strip(), run::err);
	}

	@ParameterizedTest
	@CsvSource({ "slow.avi,10000000,10,1", "fps12_5.avi,80000,2,25" })
	void videosKeepTheirRate(final String name, final int microseconds, final int scale, final int rate)
		throws IOException
	{
		final CommandLineRun run = derain(AVI.resolve(name));
		assertEquals(0, run.code(), run::err);
		final ByteBuffer result = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("out").resolve(name)))
			.order(ByteOrder.LITTLE_ENDIAN);
		assertEquals(microseconds, result.getInt(32));
		assertEquals(scale, result.getInt(128));
		assertEquals(rate, result.getInt(132));
	}

	@Test
	void lostSoundIsSaid() {
		final CommandLineRun run = derain(AVI.resolve("sound.avi"));
		assertEquals(0, run.code(), run::err);
		assertTrue(run.err()
			.contains("Of the video " + AVI.resolve("sound.avi") +
				", the sound and all but the first of the 2 videos in it are left out."),
			run.err());
	}

	/** Uses the digits 0 to 9 in every locale. */
	@ParameterizedTest
	@ValueSource(strings = { "ar-EG-u-nu-arab", "hi-IN-u-nu-deva" })
	void digitsAreAscii(final String language) throws IOException {
		final Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag(language));
		try {
			final CommandLineRun run = derain(LOOK.resolve("palette.png"));
			assertEquals(0, run.code(), run::err);
			assertAscii(run.out() + run.err());
			try (Stream<Path> files = Files.list(folder.resolve("out"))) {
				for (final Path file : files.toList()) {
					assertAscii(file.getFileName().toString());
					if (!ImageFiles.isImageName(file))
						assertAscii(Files.readString(file));
				}
			}
			assertAscii(
				CommandLineRun.of("metrics", "--json", LOOK.resolve("palette.png"), folder.resolve("out/palette.png"))
					.out());
			assertAscii(CommandLineRun.of("models").out());
		}
		finally {
			Locale.setDefault(before);
		}
	}

	private static void assertAscii(final String text) {
		assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(text.replace("·", "")), text);
	}
}
