package org.drsformer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.drsformer.FixtureWeights;
import org.drsformer.checkpoint.TorchWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingNoteTest {

	@TempDir
	private Path folder;

	private Path checkpoint(final Object note) {
		final Path file = folder.resolve("trained.pth");
		final Map<String, Object> contents = new LinkedHashMap<>();
		contents.put("params", FixtureWeights.generate("fixtures/d8_plain/manifest.json"));
		contents.put(TrainingNote.ENTRY, note);
		TorchWriter.write(file, contents);
		return file;
	}

	@Test
	void isReadAsItWasWritten() {
		final Map<String, String> facts = new LinkedHashMap<>();
		facts.put("steps", "2000 of 2000");
		facts.put("score", "PSNR-Y 31.20 dB: fine");
		final TrainingNote note = new TrainingNote(facts);
		assertEquals(Optional.of(note), TrainingNote.read(checkpoint(note.text())));
	}

	/** A file may come from anywhere: its note must not break the table of the card, or the terminal. */
	@Test
	void hostileNotesAreTamed() {
		final String text = "steps: 1 | 2 |\n| forged | row |\nno fact\nscore: \u001b[31mred\nDATA: x\n" + "long: " +
			"x".repeat(5000) + "\n";
		final TrainingNote note = TrainingNote.read(checkpoint(text)).orElseThrow();
		assertEquals(Map.of("steps", "1 / 2 /", "score", "[31mred"), note.facts());
		final String card = new ModelLibrary(folder.resolve("models")).importFile(folder.resolve("trained.pth"), "own")
			.card()
			.orElseThrow();
		assertTrue(card.contains("| steps | 1 / 2 / |\n") && !card.contains("forged"), card);
		final StringBuilder many = new StringBuilder();
		for (char name = 'a'; name <= 'z'; name++)
			many.append(name).append(": x\n");
		assertEquals(20, TrainingNote.parse(many.toString()).facts().size());
	}

	@Test
	void otherCheckpointsHaveNone() {
		assertEquals(Optional.empty(), TrainingNote.read(checkpoint(7L)));
		assertEquals(Optional.empty(), TrainingNote.read(folder.resolve("missing.safetensors")));
		assertFalse(new ModelLibrary(folder.resolve("models")).importFile(folder.resolve("trained.pth"), "own")
			.card()
			.orElseThrow()
			.contains("steps"));
	}
}
