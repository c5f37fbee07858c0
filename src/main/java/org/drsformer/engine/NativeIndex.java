package org.drsformer.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * DJL's list of all files of a version of PyTorch, such as {@code cpu/linux-x86_64/native/lib/libtorch.so.gz}.
 *
 * @param lines paths, relative to the list
 */
record NativeIndex(List<String> lines) {

	private static final String ENDING = ".gz";

	static NativeIndex of(final String text) {
		return new NativeIndex(text.lines().toList());
	}

	/** Returns the file in which DJL stores the list, and looks for it when it wants a library for CUDA. */
	private static Path file(final NativeLibrary library) {
		return library.cache().resolve(library.version() + ".txt");
	}

	/** Returns the list that is stored; an empty list if there is none. */
	static NativeIndex stored(final NativeLibrary library) throws IOException {
		return Files.exists(file(library)) ? new NativeIndex(Files.readAllLines(file(library)))
			: new NativeIndex(List.of());
	}

	/** Stores the list for DJL, which would download it again otherwise. */
	void store(final NativeLibrary library) throws IOException {
		final Path part = Files.createTempFile(library.cache(), library.version(), ".part");
		Files.write(part, lines);
		Files.move(part, file(library), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/**
	 * Returns the library that DJL takes: the one with the latest CUDA that is not later than that of the driver, or
	 * else the one for the CPU.
	 */
	NativeLibrary nearest(final NativeLibrary library) {
		if (!library.flavor().matches("cu\\d{3}.*"))
			return library;
		final int wanted = Integer.parseInt(library.flavor().substring(2, 5));
		final Pattern main = Pattern
			.compile("cu(\\d{3})/\\Q" + library.system() + "/native/lib/" + NativeLibrary.MAIN_FILE + ENDING + "\\E");
		final OptionalInt nearest = lines.stream()
			.map(main::matcher)
			.filter(Matcher::matches)
			.mapToInt(line -> Integer.parseInt(line.group(1)))
			.filter(version -> version <= wanted)
			.max();
		return library.withFlavor(nearest.isPresent() ? "cu" + nearest.getAsInt() : "cpu");
	}

	/** Returns the paths of the files of a library; none if there is no such library. */
	Stream<String> files(final NativeLibrary library) {
		final String start = library.flavor() + "/" + library.system() + "/";
		return lines.stream().filter(line -> line.startsWith(start) && line.endsWith(ENDING));
	}
}
