package org.drsformer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadFolderTest {

	@TempDir
	private Path home;

	private void download(final String file, final long seconds) throws IOException {
		Files.createDirectories(home.resolve(file).getParent());
		Files.setLastModifiedTime(Files.writeString(home.resolve(file), "x"), FileTime.fromMillis(1000 * seconds));
	}

	@Test
	void theNewestCheckpointIsTheFirst() throws IOException {
		download("Downloads/old.pth", 100);
		download("Downloads/new.safetensors", 300);
		download("Downloads/between.pth", 200);
		download("Downloads/unfinished.pth.crdownload", 400);
		Files.createDirectory(home.resolve("Downloads/folder.pth"));
		assertEquals(List.of("new.safetensors", "between.pth", "old.pth"),
			new DownloadFolder(home).checkpoints().stream().map(file -> file.getFileName().toString()).toList());
	}

	@Test
	void withoutTheFolderThereIsNone() {
		assertEquals(List.of(), new DownloadFolder(home).checkpoints());
	}

	@Test
	void linuxDesktopsNameTheFolder() throws IOException {
		Files.createDirectory(home.resolve(".config"));
		Files.writeString(home.resolve(".config/user-dirs.dirs"),
			"# comment\nXDG_DESKTOP_DIR=\"$HOME/Bureau\"\nXDG_DOWNLOAD_DIR=\"$HOME/Téléchargements\"\n");
		assertEquals(home.resolve("Téléchargements"), new DownloadFolder(home).folder());
	}

	@ParameterizedTest
	@CsvSource({ "rain200h.pth,rain200h", "DRSformer_Rain200H (1).pth,rain200h", "SPA.pth,spa", "ddn-net.pth,ddn",
		"space.pth,space", "My Model (2).pth,my-model-2", "deraining.pth,deraining", "模型.pth,own", "MINE.PTH,mine" })
	void namesToPropose(final String file, final String name) {
		assertEquals(name, ModelLibrary.nameFor(Path.of(file)));
	}
}
