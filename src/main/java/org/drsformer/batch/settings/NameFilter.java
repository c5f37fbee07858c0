package org.drsformer.batch.settings;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;

import org.drsformer.DrsformerException;

/**
 * Selects files of a folder by globs. A glob with a slash is compared with the path below the folder, and a glob
 * without a slash with the name of the file: {@code *.png} is every PNG file, {@code north/**} is everything below the
 * folder {@code north}.
 *
 * @param include a file must match one of these globs; empty for all files
 * @param exclude a file must match none of these globs
 */
public record NameFilter(List<String> include, List<String> exclude) {

	/** All files. */
	public static final NameFilter ALL = new NameFilter(List.of(), List.of());

	/** @throws DrsformerException if a glob is invalid */
	public NameFilter {
		include = List.copyOf(include);
		exclude = List.copyOf(exclude);
		include.forEach(NameFilter::matcher);
		exclude.forEach(NameFilter::matcher);
	}

	private static PathMatcher matcher(final String glob) {
		try {
			return FileSystems.getDefault().getPathMatcher("glob:" + glob);
		}
		catch (final PatternSyntaxException failure) {
			throw new DrsformerException("The pattern \"" + glob + "\" is invalid (" + failure.getDescription() +
				"); write for example *.png, or rain[0-9]*.{tif,tiff}.", failure);
		}
	}

	/**
	 * Returns whether a file is selected.
	 *
	 * @param file the path below the folder
	 */
	public boolean accepts(final Path file) {
		return (include.isEmpty() || matchesAny(include, file)) && !matchesAny(exclude, file);
	}

	private static boolean matchesAny(final List<String> globs, final Path file) {
		return globs.stream().anyMatch(glob -> matcher(glob).matches(glob.contains("/") ? file : file.getFileName()));
	}
}
