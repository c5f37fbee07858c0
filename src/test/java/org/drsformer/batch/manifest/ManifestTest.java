package org.drsformer.batch.manifest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.drsformer.DrsformerException;
import org.drsformer.Software;
import org.drsformer.batch.BatchWorker;
import org.drsformer.batch.DerainFiles;
import org.drsformer.batch.FileImages;
import org.drsformer.batch.job.FileJob;
import org.drsformer.batch.job.FileResult;
import org.drsformer.batch.pipeline.BatchPipeline;
import org.drsformer.batch.pipeline.PipelineListener;
import org.drsformer.batch.plan.FileDecision;
import org.drsformer.batch.plan.PlannedFile;
import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.batch.settings.Shard;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.TestModels;
import org.drsformer.image.ValueRange;
import org.drsformer.io.BoundedLines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Checks that a manifest accepts a result only if it is the one that was recorded. */
class ManifestTest {

	private static final Pattern TIME = Pattern.compile("\"finished\":\"[^\"]*\"");

	private static Derainer derainer;
	private static Derainer other;

	@TempDir
	private Path temp;
	private Path out;
	private Path result;
	private Path manifest;

	@BeforeAll
	static void load() {
		derainer = TestModels.derainer(TestModels.COLOR);
		other = new Derainer(derainer.settings().withRange(new ValueRange(0, 200)));
	}

	@AfterAll
	static void close() {
		derainer.close();
		other.close();
	}

	/** A BMP result has the same size with all settings. */
	@BeforeEach
	void folders() throws IOException {
		FileImages.color(Files.createDirectory(temp.resolve("in")).resolve("r.bmp"), 1);
		out = temp.resolve("out");
		result = out.resolve("r.bmp");
		manifest = out.resolve("drsformer-manifest.jsonl");
	}

	private BatchSettings settings() {
		return BatchSettings.of(List.of(temp.resolve("in")), out);
	}

	private void run(final Derainer by) {
		DerainFiles.plan(settings()).run(by, FileImages.SILENT);
	}

	private PlannedFile planned() {
		return DerainFiles.plan(settings()).decide(derainer.settings()).get(0);
	}

	private FileDecision decision() {
		return planned().decision();
	}

	/** Ends a run when the result has its name, but before its line is written. */
	private void runKilled(final Derainer by) {
		final BatchWorker worker = (jobs, limit, time,
			listener) -> new BatchPipeline(by, limit, time, new Killed(listener)).derainAll(jobs);
		assertThrows(IllegalStateException.class,
			() -> DerainFiles.plan(settings()).runWith(worker, by.settings(), FileImages.SILENT, any -> {}));
	}

	private record Killed(PipelineListener run) implements PipelineListener {

		@Override
		public void started(final FileJob job) {
			run.started(job);
		}

		@Override
		public void writing(final List<FileJob> jobs) {
			jobs.forEach(job -> assertFalse(isBegun(job), "its line comes first"));
			run.writing(jobs);
			jobs.forEach(job -> assertTrue(isBegun(job)));
		}

		private static boolean isBegun(final FileJob job) {
			final ManifestEntry last = new ManifestFiles(job.output().getParent()).read().get(job.name());
			return last != null && last.isStarted();
		}

		@Override
		public void recorded(final FileResult result) {
			throw new IllegalStateException("killed");
		}

		@Override
		public void finished(final FileResult result) {
			run.finished(result);
		}

		@Override
		public boolean isStopped() {
			return run.isStopped();
		}

		@Override
		public void update(final double fraction) {
			run.update(fraction);
		}
	}

	@Test
	void resultOfKilledRun() throws IOException {
		run(derainer);
		final byte[] right = Files.readAllBytes(result);
		runKilled(other);
		assertEquals(right.length, Files.size(result));
		assertFalse(Arrays.equals(right, Files.readAllBytes(result)), "the other settings");
		assertEquals(FileDecision.UNKNOWN, decision());
		run(derainer);
		assertArrayEquals(right, Files.readAllBytes(result));
		assertEquals(FileDecision.DONE, decision());
	}

	/** Also tries a manifest without the line "started", as older versions wrote it. */
	@Test
	void otherResultOfTheSameSize() throws IOException {
		run(derainer);
		final byte[] right = Files.readAllBytes(result);
		final byte[] lines = Files.readAllBytes(manifest);
		runKilled(other);
		Files.write(manifest, lines);
		assertEquals(FileDecision.NOT_WHOLE, decision());
		run(derainer);
		assertArrayEquals(right, Files.readAllBytes(result));
	}

	@Test
	void copiesAreResults() throws IOException {
		run(derainer);
		Files.setLastModifiedTime(result, FileTime.fromMillis(1_000_000_000_000L));
		assertEquals(FileDecision.DONE, decision());
		final byte[] bytes = Files.readAllBytes(result);
		bytes[bytes.length / 2] ^= 1;
		Files.write(result, bytes);
		assertEquals(FileDecision.NOT_WHOLE, decision());
	}

	@Test
	void laterLineCountsWhateverTheClock() throws IOException {
		run(derainer);
		run(other);
		final List<String> lines = new ArrayList<>(Files.readAllLines(manifest));
		assertEquals(4, lines.size());
		assertEquals(FileDecision.SETTINGS_CHANGED, decision());
		// the clock was set back before the second run
		lines.replaceAll(line -> lines.indexOf(line) < 2 ? line : at(line, "2001-01-01T00:00:00Z"));
		Files.write(manifest, lines);
		assertEquals(FileDecision.SETTINGS_CHANGED, decision());
		assertTrue(DerainFiles.plan(settings())
			.decide(other.settings())
			.stream()
			.allMatch(file -> file.decision() == FileDecision.DONE));
		run(derainer);
		assertEquals(FileDecision.DONE, decision());
	}

	private static String at(final String line, final String time) {
		return TIME.matcher(line).replaceFirst("\"finished\":\"" + time + "\"");
	}

	/** Compared as text, a time with fractions of a second comes before the same time without. */
	@Test
	void instantsCountBetweenManifests() throws IOException {
		run(derainer);
		final List<String> lines = Files.readAllLines(manifest);
		final Path shard = out.resolve("drsformer-manifest-1-of-2.jsonl");
		final String failed = lines.get(1).replace("\"status\":\"done\"", "\"status\":\"failed\"");
		for (final String[] times : new String[][] { { "2026-01-01T00:00:05Z", "2026-01-01T00:00:05.000001Z" },
			{ "2026-01-01T00:00:05.9Z", "2026-01-01T00:00:06Z" }, { "yesterday", "2026-01-01T00:00:06Z" } }) {
			Files.write(manifest, List.of(at(lines.get(1), times[0])));
			Files.write(shard, List.of(at(failed, times[1])));
			assertEquals(FileDecision.FAILED, decision());
			Files.write(manifest, List.of(at(lines.get(1), times[1])));
			Files.write(shard, List.of(at(failed, times[0])));
			assertEquals(FileDecision.DONE, decision());
		}
	}

	@Test
	void versionsCount() throws IOException {
		run(derainer);
		final List<String> lines = Files.readAllLines(manifest);
		final String version = "\"version\":\"" + Software.version() + "\"";
		assertTrue(lines.get(1).contains(version));
		Files.write(manifest, List.of(lines.get(1).replace(version, "\"version\":\"0.0.9\"")));
		assertEquals(FileDecision.OTHER_SOFTWARE, decision());
		assertTrue(planned().why().contains("0.0.9"), planned().why());
		Files.write(manifest, List.of(lines.get(1).replace("\"format\":2", "\"format\":3")));
		assertEquals(FileDecision.OTHER_SOFTWARE, decision());
		assertTrue(planned().why().contains("format"), planned().why());
		run(derainer);
		assertEquals(FileDecision.DONE, decision());
	}

	/** Tries a line of the first version: no format, no checksums. */
	@Test
	void manifestOfBefore() throws IOException {
		run(derainer);
		final String old = Files.readString(Path.of("src/test/resources/manifest/format-1.jsonl"))
			.replace("INPUT", temp.resolve("in/r.bmp").toString());
		final List<FileJob> jobs = DerainFiles.plan(settings())
			.decide(derainer.settings())
			.stream()
			.map(PlannedFile::job)
			.toList();
		Files.writeString(manifest,
			old.replace("MODIFIED", jobs.get(0).modified()).replace("SETTINGS", derainer.settings().sha256()));
		assertEquals(FileDecision.OTHER_SOFTWARE, decision());
		assertTrue(planned().why().contains("0.1.0-SNAPSHOT with another format of manifest"), planned().why());
		assertEquals(List.of("gone.bmp", "r.bmp"), new ManifestFiles(out).read().keySet().stream().sorted().toList());
		run(derainer);
		assertEquals(FileDecision.DONE, decision());
	}

	@Test
	void longLines() throws IOException {
		run(derainer);
		try (RandomAccessFile file = new RandomAccessFile(manifest.toFile(), "rw")) {
			file.setLength(600_000_000);
		}
		final String sentence = refused();
		assertTrue(sentence.contains(manifest.toString()) && sentence.contains("line of more than"), sentence);
	}

	/** Tries a manifest that is read and one that is written. */
	private String refused() {
		final String sentence = assertTimeoutPreemptively(Duration.ofSeconds(10),
			() -> assertThrows(DrsformerException.class, () -> DerainFiles.plan(settings())).getMessage());
		assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThrows(DrsformerException.class, () -> {
			try (Manifest opened = Manifest.open(out, Shard.WHOLE)) {
				opened.entries();
			}
		}));
		return sentence;
	}

	@Test
	void folderAsManifest() throws IOException {
		Files.createDirectories(manifest);
		final String sentence = refused();
		assertTrue(sentence.contains(manifest.toString()) && sentence.contains("is not a file"), sentence);
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	void pipeOrDeviceAsManifest() throws IOException, InterruptedException {
		Files.createDirectories(out);
		assertEquals(0, new ProcessBuilder("mkfifo", manifest.toString()).start().waitFor());
		assertTrue(refused().contains("is not a file"));
		Files.delete(manifest);
		Files.createSymbolicLink(manifest, Path.of("/dev/zero"));
		assertTrue(refused().contains("is not a file"));
		Files.move(manifest, out.resolve("drsformer-manifest-1-of-2.jsonl"), StandardCopyOption.ATOMIC_MOVE);
		assertTrue(assertThrows(DrsformerException.class, () -> DerainFiles.plan(settings())).getMessage()
			.contains("is not a file"));
	}

	/** Tries a broken UTF-8 sequence, and lines that end at the end of a chunk. */
	@Test
	void linesOfAllLengths() throws IOException {
		final StringBuilder text = new StringBuilder();
		for (int length = 0; length < 700; length++)
			text.append("é".repeat(length)).append('\n');
		final Path file = temp.resolve("lines");
		Files.writeString(file, text + "end");
		final List<String> lines = new ArrayList<>();
		OpenFolders.readAlone(file, opened -> BoundedLines.read(opened, lines::add));
		assertEquals(List.of((text + "end").split("\n")), lines);
		Files.write(file, "half é".substring(0, 6).getBytes(StandardCharsets.ISO_8859_1));
		lines.clear();
		OpenFolders.readAlone(file, opened -> BoundedLines.read(opened, lines::add));
		assertEquals(List.of("half \ufffd"), lines);
	}

	/** A cancelled run interrupts its thread; the lines of the writing thread must still be written. */
	@Test
	void interruptedThreads() throws IOException {
		Files.createDirectories(out);
		try (Manifest opened = Manifest.open(out, Shard.WHOLE)) {
			final FileJob job = new FileJob(result, result, "r.bmp", 1, "then");
			Thread.currentThread().interrupt();
			opened.append(ManifestEntry.started(job, "a"));
			assertTrue(Thread.interrupted());
			opened.append(ManifestEntry.started(job, "b"));
			assertEquals("b", opened.entries().get("r.bmp").settings());
		}
	}
}
