package org.drsformer.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

	@TempDir
	private Path folder;

	private Path file;

	/** Records the order of the operations, and may refuse to sync. */
	private final class TellingDisk implements WholeFile.Disk {

		private final List<String> told = new ArrayList<>();
		private boolean damaged;

		@Override
		public OutputStream open(final Path part) throws IOException {
			return new FilterOutputStream(Files.newOutputStream(part)) {

				@Override
				public void close() throws IOException {
					super.close();
					told.add("closed");
				}
			};
		}

		@Override
		public void sync(final Path fileOrFolder) throws IOException {
			if (damaged)
				throw new IOException("Input/output error");
			told.add(Files.isDirectory(fileOrFolder) ? "folder with " + content() : "part beside " + content());
			WholeFile.sync(fileOrFolder);
		}

		private String content() throws IOException {
			return Files.exists(file) ? Files.readString(file) : "nothing";
		}
	}

	@BeforeEach
	void name() {
		file = folder.resolve("state.pth");
	}

	private static WholeFile.Content text(final String text) {
		return out -> out.write(text.getBytes());
	}

	@Test
	void isOnTheDiskBeforeItHasItsNameAndThenTheName() {
		final TellingDisk disk = new TellingDisk();
		WholeFile.write(file, text("old"), disk);
		WholeFile.write(file, text("new"), disk);
		assertEquals(
			List.of("closed", "part beside nothing", "folder with old", "closed", "part beside old", "folder with new"),
			disk.told);
	}

	@Test
	void keepsTheOldFileIfTheDiskIsDamaged() throws IOException {
		WholeFile.write(file, text("old"));
		final TellingDisk disk = new TellingDisk();
		disk.damaged = true;
		final DrsformerException failure = assertThrows(DrsformerException.class,
			() -> WholeFile.write(file, text("new"), disk));
		assertTrue(failure.getMessage().contains("Input/output error"), failure.getMessage());
		assertEquals("old", Files.readString(file));
		try (var left = Files.list(folder)) {
			assertEquals(List.of(file), left.toList());
		}
	}

	@Test
	void syncsWhatAMakerMakes() {
		assertThrows(DrsformerException.class, () -> WholeFile.make(file, part -> {
			// nothing is made
		}));
		assertFalse(Files.exists(file));
		WholeFile.make(file, part -> Files.writeString(part, "made"));
		assertTrue(Files.exists(file));
	}

	@Test
	void syncsFilesAndFolders() throws IOException {
		WholeFile.sync(folder);
		WholeFile.sync(Files.writeString(file, "some"));
		assertThrows(NoSuchFileException.class, () -> WholeFile.sync(folder.resolve("missing")));
		if (Files.isDirectory(Path.of("/proc/self")))
			// has no function for it, which is no failure
			WholeFile.sync(Path.of("/proc/self"));
	}

	@Test
	void makesFoldersAboveFolders() throws IOException {
		final Path deep = folder.resolve("a/./b/../b/c");
		WholeFile.createFolders(deep);
		WholeFile.createFolders(deep);
		assertTrue(Files.isDirectory(folder.resolve("a/b/c")));
		Files.writeString(file, "file");
		assertThrows(IOException.class, () -> WholeFile.createFolders(file.resolve("below")));
	}
}
