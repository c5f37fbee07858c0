package org.drsformer.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.drsformer.batch.manifest.Manifest;
import org.drsformer.batch.plan.FileDecision;
import org.drsformer.batch.plan.PlannedFile;
import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.batch.settings.NameFilter;
import org.drsformer.batch.settings.OutputNames;
import org.drsformer.batch.settings.Overwrite;
import org.drsformer.batch.settings.Shard;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.TestModels;
import org.drsformer.image.ValueRange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

/** Runs that are repeated, run side by side, or are split into shards. */
class ResumeTest {

	private static Derainer derainer;

	@TempDir
	private Path temp;
	private Path in;
	private Path out;

	@BeforeAll
	static void load() {
		derainer = TestModels.derainer(TestModels.COLOR);
	}

	@AfterAll
	static void close() {
		derainer.close();
	}

	@BeforeEach
	void folders() throws IOException {
		in = Files.createDirectory(temp.resolve("in"));
		out = temp.resolve("out");
		for (int i = 1; i <= 3; i++)
			FileImages.color(in.resolve("r" + i + ".png"), i);
	}

	private BatchSettings settings() {
		return BatchSettings.of(List.of(in), out);
	}

	private static BatchSummary run(final BatchSettings settings) {
		return DerainFiles.plan(settings).run(derainer, FileImages.SILENT);
	}

	/** Returns the names of the files that a run would derain, with the reasons. */
	private static Map<String, FileDecision> decisions(final BatchSettings settings) {
		return DerainFiles.plan(settings)
			.decide(derainer.settings())
			.stream()
			.collect(Collectors.toMap(file -> file.job().name(), PlannedFile::decision));
	}

	private FileDecision decision(final String name) {
		return decisions(settings()).get(name);
	}

	@Test
	void onlyWhatIsToDo() throws IOException {
		assertEquals(FileDecision.NEW, decision("r1.png"));
		assertFalse(Files.exists(out), "deciding writes nothing");
		assertEquals(3, run(settings()).done().size());
		final FileTime before = Files.getLastModifiedTime(out.resolve("r1.png"));
		assertEquals(FileDecision.DONE, decision("r1.png"));
		FileImages.color(in.resolve("r2.png"), 9);
		Files.delete(out.resolve("r3.png"));
		assertEquals(
			Map.of("r1.png", FileDecision.DONE, "r2.png", FileDecision.INPUT_CHANGED, "r3.png", FileDecision.NOT_WHOLE),
			decisions(settings()));
		assertEquals(List.of(out.resolve("r2.png"), out.resolve("r3.png")), run(settings()).done());
		assertEquals(before, Files.getLastModifiedTime(out.resolve("r1.png")));
	}

	@Test
	void halfResults() throws IOException {
		run(settings());
		final byte[] whole = Files.readAllBytes(out.resolve("r1.png"));
		Files.write(out.resolve("r1.png"), new byte[20]);
		assertEquals(FileDecision.NOT_WHOLE, decision("r1.png"));
		run(settings());
		assertArrayEquals(whole, Files.readAllBytes(out.resolve("r1.png")));
	}

	@Test
	void otherSettings() {
		run(settings());
		final DerainSettings other = derainer.settings().withRange(new ValueRange(0, 200));
		assertTrue(DerainFiles.plan(settings())
			.decide(other)
			.stream()
			.allMatch(file -> file.decision() == FileDecision.SETTINGS_CHANGED));
		final DerainSettings slower = derainer.settings().withMemory(1 << 20).withThreads(2);
		assertTrue(DerainFiles.plan(settings())
			.decide(slower)
			.stream()
			.allMatch(file -> file.decision() == FileDecision.DONE));
	}

	@Test
	void overwriting() throws IOException {
		Files.createDirectories(out);
		FileImages.color(out.resolve("r1.png"), 7);
		assertEquals(FileDecision.UNKNOWN, decision("r1.png"));
		final BatchSettings never = settings().withOverwrite(Overwrite.NEVER);
		assertEquals(Map.of("r1.png", FileDecision.EXISTS, "r2.png", FileDecision.NEW, "r3.png", FileDecision.NEW),
			decisions(never));
		assertEquals(2, run(never).done().size());
		// a power cut may have left it so
		Files.write(out.resolve("r1.png"), new byte[0]);
		assertEquals(
			Map.of("r1.png", FileDecision.NOT_WHOLE, "r2.png", FileDecision.EXISTS, "r3.png", FileDecision.EXISTS),
			decisions(never));
		assertEquals(List.of(out.resolve("r1.png")), run(never).done());
		assertEquals(3, run(settings().withOverwrite(Overwrite.ALWAYS)).done().size());
		assertEquals(3, run(settings().withOverwrite(Overwrite.ALWAYS)).done().size());
	}

	@Test
	void failuresAreTriedAgain() throws IOException {
		Files.writeString(in.resolve("r2.png"), "no image");
		assertEquals(1, run(settings()).failed().size());
		assertEquals(FileDecision.FAILED, decision("r2.png"));
		FileImages.color(in.resolve("r2.png"), 2);
		assertEquals(List.of(out.resolve("r2.png")), run(settings()).done());
	}

	@Test
	void manifestSaysWhatWasMadeFromWhat() throws IOException {
		Files.writeString(in.resolve("r2.png"), "no image");
		run(settings());
		final List<JsonObject> lines = Files.readAllLines(out.resolve("drsformer-manifest.jsonl"))
			.stream()
			.map(line -> new Gson().fromJson(line, JsonObject.class))
			.filter(line -> !line.get("status").getAsString().equals("started"))
			.toList();
		assertEquals(3, lines.size());
		final JsonObject first = lines.get(0);
		assertEquals(in.resolve("r1.png").toString(), first.get("input").getAsString());
		assertEquals(Files.size(in.resolve("r1.png")), first.get("bytes").getAsLong());
		assertEquals("r1.png", first.get("output").getAsString());
		assertEquals(Files.size(out.resolve("r1.png")), first.get("outputBytes").getAsLong());
		assertEquals(2, first.get("format").getAsInt());
		assertEquals(Files.getLastModifiedTime(out.resolve("r1.png")).toInstant().toString(),
			first.get("outputModified").getAsString());
		assertTrue(first.get("outputChecksum").getAsString().matches("[0-9a-f]{8}"));
		assertEquals(derainer.settings().sha256(), first.get("settings").getAsString());
		assertEquals("done", first.get("status").getAsString());
		assertTrue(first.get("seconds").getAsDouble() > 0);
		assertEquals("failed", lines.get(1).get("status").getAsString());
		assertTrue(lines.get(1).get("reason").getAsString().contains("r2.png"));
	}

	/** A manifest as a run leaves it that is killed while it writes a line. */
	@Test
	void halfLines() throws IOException {
		run(settings());
		final Path manifest = out.resolve("drsformer-manifest.jsonl");
		final byte[] whole = Files.readAllBytes(manifest);
		final int last = Files.readAllLines(manifest).get(5).length();
		for (int cut = 1; cut <= last; cut += 7) {
			Files.write(manifest, Arrays.copyOf(whole, whole.length - 1 - cut));
			assertEquals(FileDecision.DONE, decision("r2.png"));
			assertEquals(FileDecision.UNKNOWN, decision("r3.png"));
		}
		assertEquals(1, run(settings()).done().size());
		assertEquals(0, run(settings()).done().size());
		Files.write(manifest, new byte[] { 'x', 0, '\n', '{', '}', '\n', (byte) 0xff }, StandardOpenOption.APPEND);
		assertEquals(0, run(settings()).done().size());
	}

	@Test
	void leftoversAreRemoved() throws IOException {
		Files.createDirectories(out);
		final Path part = out.resolve(".r1.png." + UUID.randomUUID() + ".part");
		final Path gone = out.resolve(".gone.png." + UUID.randomUUID() + ".part");
		final Path other = out.resolve(".somebody.part");
		for (final Path file : List.of(part, gone, other))
			Files.writeString(file, "half");
		run(ChangedSettings.withShard(settings(), new Shard(1, 2)));
		run(ChangedSettings.withShard(settings(), new Shard(2, 2)));
		assertFalse(Files.exists(part));
		assertTrue(Files.exists(gone), "another part of the files may be writing it");
		run(settings());
		assertFalse(Files.exists(gone));
		assertTrue(Files.exists(other), "not ours");
	}

	@Test
	void shardsDoAllOnce() throws IOException {
		for (int i = 4; i <= 12; i++)
			FileImages.color(in.resolve("r" + i + ".png"), i);
		final List<Path> done = new ArrayList<>();
		for (int i = 1; i <= 3; i++)
			done.addAll(run(ChangedSettings.withShard(settings(), new Shard(i, 3))).done());
		assertEquals(12, done.size());
		assertEquals(12, done.stream().distinct().count());
		assertTrue(Files.exists(out.resolve("drsformer-manifest-2-of-3.jsonl")));
		assertEquals(0, run(settings()).done().size(), "a run over all knows what the parts have done");
		assertEquals(0, run(ChangedSettings.withShard(settings(), new Shard(1, 4))).done().size());
	}

	@Test
	void shardsAreNamed() {
		assertEquals(new Shard(3, 8), Shard.parse(" 3/8 "));
		for (final String wrong : List.of("0/8", "9/8", "3", "a/b", "-1/4", "3/0"))
			assertTrue(assertThrows(DrsformerException.class, () -> Shard.parse(wrong)).getMessage().contains(wrong));
	}

	@Test
	void twoRunsNoticeEachOther() {
		run(settings());
		try (Manifest other = Manifest.open(out, Shard.WHOLE)) {
			final String sentence = assertThrows(DrsformerException.class, () -> run(settings())).getMessage();
			assertTrue(sentence.contains("Another run") && sentence.contains(out.toString()), sentence);
			assertThrows(DrsformerException.class, () -> run(ChangedSettings.withShard(settings(), new Shard(1, 2))));
			assertEquals(3, other.entries().size());
		}
		try (Manifest part = Manifest.open(out, new Shard(1, 2))) {
			assertThrows(DrsformerException.class, () -> run(settings()));
			assertThrows(DrsformerException.class, () -> run(ChangedSettings.withShard(settings(), new Shard(1, 2))));
			assertThrows(DrsformerException.class, () -> run(ChangedSettings.withShard(settings(), new Shard(1, 3))));
			run(ChangedSettings.withShard(settings(), new Shard(2, 2)));
			assertTrue(part.entries().size() >= 3);
		}
		assertEquals(3, run(settings()).skipped());
	}

	@Test
	void failFast() throws IOException {
		Files.writeString(in.resolve("r2.png"), "no image");
		final BatchSummary summary = run(ChangedSettings.withFailFast(settings()));
		assertEquals(1, summary.failed().size());
		assertEquals(1, summary.left());
		assertTrue(summary.stopped().contains("first failure") && !summary.isComplete());
		assertEquals(List.of(out.resolve("r1.png")), summary.done());
		final BatchSummary missing = run(
			ChangedSettings.withFailFast(BatchSettings.of(List.of(temp.resolve("none"), in), out)));
		assertEquals(0, missing.done().size());
	}

	@Test
	void cancelledRunsAreResumed() throws IOException {
		final BatchListener cancelling = new FileImages.Silent() {

			@Override
			public void update(final double fraction) {
				if (fraction > 0.5)
					throw new CancellationException();
			}
		};
		assertThrows(CancellationException.class, () -> DerainFiles.plan(settings()).run(derainer, cancelling));
		assertEquals(FileDecision.DONE, decision("r1.png"));
		assertTrue(FileImages.parts(out).isEmpty());
		assertEquals(2, run(settings()).done().size());
	}

	/** A report or a manifest on a full disk. */
	@Test
	void whatCannotBeRecordedStopsTheRun() {
		final BatchSummary summary = DerainFiles.plan(settings()).run(derainer, FileImages.SILENT, result -> {
			throw new DrsformerException("The manifest cannot be written (No space left on device).");
		});
		assertFalse(summary.isComplete());
		assertTrue(summary.failed().get(0).sentence().contains("No space left on device"));
		assertTrue(summary.stopped().contains("cannot be recorded"), summary.stopped());
		assertEquals(3, summary.done().size() + summary.left());
	}

	/** The results are in the folder of their inputs, with other names. */
	@Test
	void resultsAreNoInputs() throws IOException {
		final BatchSettings beside = BatchSettings.of(List.of(in), in)
			.withOutputs(new OutputNames("", "-derained", false));
		assertEquals(3, run(beside).done().size());
		assertEquals(3, run(beside).skipped());
		assertEquals(3 + 3 + 1, FileImages.names(in).size());
		final BatchSettings inside = ChangedSettings.withNames(
			BatchSettings.of(List.of(in), in.resolve("clean")).withRecursive(true),
			new NameFilter(List.of(), List.of("*-derained.*")));
		assertEquals(3, run(inside).done().size());
		assertEquals(3, run(inside).skipped());
	}
}
