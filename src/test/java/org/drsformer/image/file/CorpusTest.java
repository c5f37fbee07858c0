package org.drsformer.image.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

import org.drsformer.DrsformerException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import ij.ImagePlus;

/**
 * Tests files of all kinds that other programs wrote: each is read as independent readers read it, or refused in one
 * sentence. {@code src/test/scripts/image-corpus/make.py} makes the files, the right results, and the list of verdicts.
 */
class CorpusTest {

	private static final String REFUSED = "refused: ";

	private static final String WITHIN = "within ";

	@ParameterizedTest(name = "{0}: {3}")
	@CsvFileSource(resources = "/corpus/verdicts.csv", numLinesToSkip = 1)
	void asOthersReadIt(final String name, final String maker, final String reader, final String verdict)
		throws IOException
	{
		final Path file = Path.of("src/test/resources/corpus", name);
		if (verdict.startsWith(REFUSED))
			assertRefused(file, verdict.substring(REFUSED.length()));
		else {
			final double tolerance = verdict.equals("equal") ? 0
				: Double.parseDouble(verdict.substring(WITHIN.length()));
			assertRight(file, ImageFiles::read, tolerance, reader);
			assertRight(file, ImageFiles::open, tolerance, reader);
		}
	}

	private static void assertRefused(final Path file, final String word) {
		final String sentence = assertThrows(DrsformerException.class, () -> CorpusImage.seen(ImageFiles.open(file)),
			file::toString).getMessage();
		assertTrue(sentence.contains(file.toString()) && sentence.endsWith(".") && !sentence.contains("\n"), sentence);
		assertTrue(sentence.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)), sentence);
	}

	private static void assertRight(final Path file, final Function<Path, ImagePlus> read, final double tolerance,
		final String reader) throws IOException
	{
		final CorpusImage right;
		try (InputStream in = CorpusTest.class.getResourceAsStream("/corpus/expected/" + file.getFileName() + ".gz")) {
			right = CorpusImage.expected(in);
		}
		final ImagePlus image = read.apply(file);
		final CorpusImage seen = CorpusImage.seen(image);
		// gray may be kept as a palette of grays, and a palette of grays as gray
		final CorpusImage same = right.channels() == 3 ? seen.inColors() : seen;
		assertEquals(right.size(), same.size(), file::toString);
		assertNull(right.difference(same, tolerance), () -> reader + " sees " + file + " differently");
		assertFacts(right, image, file);
	}

	private static void assertFacts(final CorpusImage right, final ImagePlus image, final Path file) {
		final String dimensions = right.facts().get("dims");
		if (dimensions != null)
			assertEquals(dimensions, image.getNChannels() + "x" + image.getNSlices() + "x" + image.getNFrames(),
				file::toString);
		final String rate = right.facts().get("fps");
		if (rate != null)
			assertEquals(Double.parseDouble(rate), image.getCalibration().fps, 1e-4 * Double.parseDouble(rate),
				file::toString);
	}
}
