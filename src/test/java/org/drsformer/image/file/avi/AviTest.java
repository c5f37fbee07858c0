package org.drsformer.image.file.avi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.drsformer.DrsformerException;
import org.drsformer.image.file.ImageFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.AVI_Reader;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/** Tests that videos keep their time and their frames. ffmpeg made the files and the values beside them. */
class AviTest {

	private static final Path FILES = Path.of("src/test/resources/avi");

	/**
	 * Where the values of the headers are in files that begin with the headers of one video: microseconds, frames,
	 * scale and rate.
	 */
	private static final int MICROSECONDS = 32;
	private static final int SCALE = 128;
	private static final int RATE = 132;

	@TempDir
	private Path folder;

	private static ImagePlus video(final int width, final int height, final int bits, final int frames) {
		final ImageStack stack = new ImageStack();
		for (int n = 0; n < frames; n++) {
			final ImageProcessor plane = bits == 8 ? new ByteProcessor(width, height)
				: new ColorProcessor(width, height);
			for (int i = 0; i < width * height; i++)
				plane.set(i, bits == 8 ? i * 7 + n & 255 : 0xff000000 | (i * 4099 + n * 77) % 0x1000000);
			stack.addSlice(plane);
		}
		return new ImagePlus("video", stack);
	}

	private static ByteBuffer bytes(final Path file) throws IOException {
		return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** The values are those of ffprobe. */
	@ParameterizedTest
	@CsvSource({ "slow.avi,1,10,10000000", "fps12_5.avi,25,2,80000", "gray.avi,30000,1001,33367" })
	void theRateOfAFileIsThatOfItsCopy(final String name, final int rate, final int scale, final int microseconds)
		throws IOException
	{
		final ImagePlus video = ImageFiles.open(FILES.resolve(name));
		assertEquals((double) rate / scale, video.getCalibration().fps);
		ImageFiles.write(video, folder.resolve("copy.avi"));
		checkRates(rate, scale, microseconds);
		assertEquals((double) rate / scale, ImageFiles.open(folder.resolve("copy.avi")).getCalibration().fps);
	}

	private void checkRates(final int rate, final int scale, final int microseconds) throws IOException {
		final ByteBuffer copy = bytes(folder.resolve("copy.avi"));
		assertEquals(microseconds, copy.getInt(MICROSECONDS));
		assertEquals(scale, copy.getInt(SCALE));
		assertEquals(rate, copy.getInt(RATE));
	}

	@ParameterizedTest
	@CsvSource({ "23.976,2997,125,41708", "23.976023976023978,24000,1001,41708", "120,120,1,8333", "1000,1000,1,1000",
		"59.94005994005994,60000,1001,16683", "0.0002777777777777778,1,3600,3600000000", "0.0001,1,10000,0",
		"29.969730572121,29969730572121,1000000000000,33367", "1e-12,1,2147483647,0", "1e12,2147483647,1,0" })
	void rates(final double perSecond, final long rate, final long scale, final long microseconds) throws IOException {
		final ImagePlus video = video(3, 2, 8, 2);
		video.getCalibration().fps = perSecond;
		ImageFiles.write(video, folder.resolve("copy.avi"));
		final ByteBuffer copy = bytes(folder.resolve("copy.avi"));
		assertEquals(microseconds, copy.getInt(MICROSECONDS) & 0xffffffffL);
		final double written = (double) copy.getInt(RATE) / copy.getInt(SCALE);
		assertEquals((double) rate / scale, written, 1e-10 * written);
		if (rate <= Integer.MAX_VALUE && scale <= Integer.MAX_VALUE)
			assertArrayEquals(new long[] { rate, scale }, new long[] { copy.getInt(RATE), copy.getInt(SCALE) });
	}

	/** The header of the stream counts, as in players; the other header only if the stream has no rate. */
	@ParameterizedTest
	@CsvSource({ "0,25,2,12.5", "40000,25,2,12.5", "40000,0,2,25", "40000,25,0,25", "0,0,0,0" })
	void contradictoryHeaders(final int microseconds, final int rate, final int scale, final double expected)
		throws IOException
	{
		final ByteBuffer damaged = bytes(FILES.resolve("fps12_5.avi"));
		damaged.putInt(MICROSECONDS, microseconds).putInt(SCALE, scale).putInt(RATE, rate);
		final Path file = Files.write(folder.resolve("a.avi"), damaged.array());
		assertEquals(expected, ImageFiles.open(file).getCalibration().fps);
	}

	/** Odd widths, a palette, and frames that only repeat the one before. */
	@ParameterizedTest
	@CsvSource({ "gray,8", "palette,24", "empty,24", "sound,24" })
	void framesAreThoseOfFfmpeg(final String name, final int bits) throws IOException {
		final byte[] expected = Files.readAllBytes(FILES.resolve(name + ".rgb"));
		final ImagePlus video = ImageFiles.open(FILES.resolve(name + ".avi"));
		assertEquals(bits, video.getBitDepth());
		assertFrames(expected, video);
		ImageFiles.write(video, folder.resolve("copy.avi"));
		assertFrames(expected, ImageFiles.open(folder.resolve("copy.avi")));
		assertFrames(expected, new ImagePlus("",
			new AVI_Reader().makeStack(folder.resolve("copy.avi").toString(), 1, 0, false, false, false)));
	}

	private static void assertFrames(final byte[] expected, final ImagePlus video) {
		assertEquals(expected.length, 3 * 37 * 21 * video.getStackSize());
		int at = 0;
		for (int n = 1; n <= video.getStackSize(); n++) {
			final ImageProcessor frame = video.getStack().getProcessor(n).convertToRGB();
			for (int i = 0; i < 37 * 21; i++)
				for (int shift = 16; shift >= 0; shift -= 8)
					assertEquals(expected[at++], (byte) (frame.get(i) >> shift), "frame " + n);
		}
	}

	@Test
	void emptyFramesHaveTheirTime() {
		final ImagePlus video = ImageFiles.open(FILES.resolve("empty.avi"));
		assertEquals(6, video.getStackSize());
		assertArrayEquals((int[]) video.getStack().getPixels(1), (int[]) video.getStack().getPixels(2));
		assertEquals("0.167 s", video.getStack().getSliceLabel(6));
	}

	/** An empty frame before the first picture has nothing to repeat: it shows the first picture. */
	@Test
	void emptyFramesAtTheStart() throws IOException {
		ImageFiles.write(video(4, 3, 24, 3), folder.resolve("a.avi"));
		final byte[] whole = Files.readAllBytes(folder.resolve("a.avi"));
		final int start = new String(whole, StandardCharsets.ISO_8859_1).indexOf("00db");
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		out.write(whole, 0, start);
		out.write("00db\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
		out.write(whole, start, whole.length - start);
		final ByteBuffer file = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
		file.putInt(start - 8, file.getInt(start - 8) + 8);
		final ImagePlus video = ImageFiles.open(Files.write(folder.resolve("a.avi"), file.array()));
		assertEquals(4, video.getStackSize());
		assertArrayEquals((int[]) video.getStack().getPixels(2), (int[]) video.getStack().getPixels(1));
	}

	@Test
	void reportsWhatIsLeftOut() {
		assertEquals(
			"Of the video " + FILES.resolve("sound.avi") +
				", the sound and all but the first of the 2 videos in it are left out.",
			ImageFiles.leftOut(ImageFiles.open(FILES.resolve("sound.avi"))));
		assertNull(ImageFiles.leftOut(ImageFiles.open(FILES.resolve("gray.avi"))));
	}

	/** Indices of files larger than 1 GiB; ImageJ finds the frames by them. */
	@ParameterizedTest
	@ValueSource(ints = { 8, 24 })
	void filesOfSeveralParts(final int bits) throws IOException {
		final ImagePlus video = video(5, 4, bits, 11);
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		new AviWriter(video, video.getStack(), 120).write(out);
		final Path file = Files.write(folder.resolve("parts.avi"), out.toByteArray());
		final ImageStack byIndex = new AVI_Reader().makeStack(file.toString(), 1, 0, true, false, false);
		final ImagePlus opened = ImageFiles.open(file);
		assertEquals(11, opened.getStackSize());
		assertEquals(11, byIndex.getSize());
		assertTrue(new String(out.toByteArray(), StandardCharsets.ISO_8859_1).split("AVIX").length > 2);
		for (int n = 1; n <= 11; n++)
			for (int i = 0; i < 20; i++) {
				assertEquals(video.getStack().getProcessor(n).get(i), opened.getStack().getProcessor(n).get(i));
				assertEquals(video.getStack().getProcessor(n).get(i), byIndex.getProcessor(n).get(i));
			}
	}

	/**
	 * ImageJ writes wrong numbers in files above 4 GiB: the end of the list is ignored there, but not in small files.
	 */
	@Test
	void anEndThatIsMissing() throws IOException {
		ImageFiles.write(video(8, 6, 24, 3), folder.resolve("a.avi"));
		final byte[] whole = Files.readAllBytes(folder.resolve("a.avi"));
		final Path file = Files.write(folder.resolve("a.avi"), Arrays.copyOf(whole, whole.length - 200));
		assertEquals("The video " + file + " is damaged: its end is missing.",
			assertThrows(DrsformerException.class, () -> ImageFiles.open(file)).getMessage());
	}

	@Test
	void nothingButEmptyFrames() throws IOException {
		ImageFiles.write(video(4, 3, 24, 1), folder.resolve("a.avi"));
		final byte[] whole = Files.readAllBytes(folder.resolve("a.avi"));
		final int start = new String(whole, StandardCharsets.ISO_8859_1).indexOf("00db");
		final ByteBuffer file = ByteBuffer.allocate(start + 8 * 2_000_100).order(ByteOrder.LITTLE_ENDIAN);
		file.put(whole, 0, start).putInt(start - 8, file.capacity() - start + 4);
		while (file.hasRemaining())
			file.put("00db".getBytes(StandardCharsets.US_ASCII)).putInt(0);
		Files.write(folder.resolve("a.avi"), file.array());
		final DrsformerException refusal = assertTimeoutPreemptively(Duration.ofSeconds(30),
			() -> assertThrows(DrsformerException.class, () -> ImageFiles.open(folder.resolve("a.avi"))));
		assertTrue(refusal.getMessage().contains("has more than 2000000 chunks"), refusal.getMessage());
	}

	@Test
	void zerosAreNoChunks() throws IOException {
		ImageFiles.write(video(4, 3, 24, 2), folder.resolve("a.avi"));
		final byte[] whole = Files.readAllBytes(folder.resolve("a.avi"));
		final Path file = Files.write(folder.resolve("a.avi"), Arrays.copyOf(whole, whole.length + 50_000_000));
		assertEquals(2, assertTimeoutPreemptively(Duration.ofSeconds(30), () -> ImageFiles.open(file)).getStackSize());
	}

	@Test
	void manyThreadsReadAtOnce() throws IOException {
		final ImagePlus video = ImageFiles.open(FILES.resolve("empty.avi"));
		final int[][] expected = IntStream.rangeClosed(1, 6)
			.mapToObj(n -> (int[]) video.getStack().getPixels(n))
			.toArray(int[][]::new);
		IntStream.range(0, 300)
			.parallel()
			.forEach(
				i -> assertArrayEquals(expected[i % 6], (int[]) video.getStack().getProcessor(1 + i % 6).getPixels()));
	}
}
