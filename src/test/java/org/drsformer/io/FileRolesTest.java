package org.drsformer.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class FileRolesTest {

	@TempDir
	private Path temp;

	private final FileRoles roles = new FileRoles();
	private Path input;

	@BeforeEach
	void files() throws IOException {
		input = Files.writeString(Files.createDirectory(temp.resolve("in")).resolve("cat.png"), "image");
		roles.reads("an input", input);
	}

	private void refused(final Path file) {
		final String sentence = assertThrows(DrsformerException.class, () -> roles.writes("the report", file))
			.getMessage();
		assertEquals(
			"The file " + file + " cannot be the report, because it is an input; choose another name or" + " folder.",
			sentence);
	}

	@Test
	void noInputByWhicheverName() throws IOException {
		refused(input);
		refused(temp.resolve("in/../in/./cat.png"));
		refused(Files.createSymbolicLink(temp.resolve("link.csv"), input));
		refused(Files.createSymbolicLink(temp.resolve("folder"), input.getParent()).resolve("cat.png"));
		refused(Path.of("").toAbsolutePath().relativize(input));
		roles.reads("the model", input);
		roles.writes("the report", temp.resolve("in/dog.png"));
		roles.writes("the table", Files.createSymbolicLink(temp.resolve("dangling"), temp.resolve("nowhere")));
		assertTrue(roles.has(temp.resolve("folder/cat.png")) && !roles.has(temp.resolve("folder/Cat.png")));
	}

	@Test
	void noOtherOutput() {
		roles.writes("the CSV file", temp.resolve("new/scores.csv"));
		for (final String same : new String[] { "new/scores.csv", "new/SCORES.csv", "New/scores.csv",
			"new/x/../scores.csv" })
			assertTrue(assertThrows(DrsformerException.class, () -> roles.writes("the JSON file", temp.resolve(same)))
				.getMessage()
				.contains("cannot be the JSON file, because it is the CSV file;"), same);
		assertTrue(
			assertThrows(DrsformerException.class, () -> roles.reads("the model", temp.resolve("new/scores.csv")))
				.getMessage()
				.contains("cannot be the CSV file, because it is the model;"));
		roles.writes("the JSON file", temp.resolve("new/scores.json"));
	}

	@Test
	void noFolderOfAnother() {
		roles.writes("a result", temp.resolve("out/a/cat.png"));
		assertTrue(
			assertThrows(DrsformerException.class, () -> roles.writes("the report", temp.resolve("out"))).getMessage()
				.contains("cannot be the report, because it is a folder for a result;"));
		assertTrue(assertThrows(DrsformerException.class,
			() -> roles.writes("the report", temp.resolve("out/a/cat.png/report.csv"))).getMessage()
			.contains("cannot be a result, because it is a folder for the report;"));
	}

	/** Names that differ in case are different files here; where they are the same, the system says so. */
	@Test
	void caseMattersWhereItDoes() throws IOException {
		final Path upper = temp.resolve("in/CAT.png");
		final boolean same = Files.exists(upper);
		assertEquals(same, roles.has(upper));
		if (!same)
			roles.writes("the report", Files.writeString(upper, "other"));
		assertFalse(roles.has(temp.resolve("in/dog.png")));
	}

	/** Simulates a disk that ignores case: both names lead to one file, and to one folder. */
	@Test
	void theSystemKnowsWhatIsTheSame() throws IOException, InterruptedException {
		refused(Files.createLink(temp.resolve("in/CAT.png"), input));
		final Path again = Files.createDirectory(temp.resolve("again"));
		assumeTrue(new ProcessBuilder("mount", "--bind", input.getParent().toString(), again.toString()).start()
			.waitFor() == 0, "only root may mount a folder again");
		try {
			refused(again.resolve("cat.png"));
		}
		finally {
			assertEquals(0, new ProcessBuilder("umount", again.toString()).start().waitFor());
		}
	}

	/** XFS can be made to ignore case, if the system still supports that. */
	@Test
	void caseIsNothingOnOtherDisks() throws IOException, InterruptedException {
		try (LoopDisk disk = LoopDisk.create(temp, "-n", "version=ci")) {
			final Path folder = Files.createDirectory(disk.folder().resolve("Rainy"));
			final Path image = Files.writeString(folder.resolve("Cat.png"), "image");
			roles.reads("an input", image);
			refused(folder.resolve("cat.PNG"));
			refused(disk.folder().resolve("rainy").resolve("Cat.png"));
			refused(disk.folder().resolve("rainy").resolve("cat.png"));
			roles.writes("a result", disk.folder().resolve("RAINY").resolve("dog.png"));
		}
	}
}
