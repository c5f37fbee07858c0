package org.drsformer.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder into which browsers download.
 *
 * @param home the home folder of the user
 */
public record DownloadFolder(Path home) {

	private static final int MOST = 20;
	/** A line of the file in which Linux desktops keep the names of such folders. */
	private static final Pattern SETTING = Pattern.compile("(?m)^XDG_DOWNLOAD_DIR=\"(?:\\$HOME/)?(.*)\"");

	public static DownloadFolder ofUser() {
		return new DownloadFolder(Path.of(System.getProperty("user.home")));
	}

	/**
	 * Returns the checkpoint files in it, the newest first, at most 20. Nothing if the folder is missing or cannot be
	 * listed: the user can still choose any file.
	 */
	public List<Path> checkpoints() {
		final Path folder = folder();
		if (!Files.isDirectory(folder))
			return List.of();
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> ModelName.isModel(file) && Files.isRegularFile(file))
				.sorted(Comparator.comparing((final Path file) -> file.toFile().lastModified()).reversed())
				.limit(MOST)
				.toList();
		}
		catch (final IOException forbidden) {
			return List.of();
		}
	}

	Path folder() {
		final Path settings = home.resolve(".config/user-dirs.dirs");
		try {
			final Matcher setting = SETTING.matcher(Files.exists(settings) ? Files.readString(settings) : "");
			if (setting.find())
				return home.resolve(setting.group(1));
		}
		catch (final IOException unreadable) {
			// then the usual folder
		}
		return home.resolve("Downloads");
	}
}
