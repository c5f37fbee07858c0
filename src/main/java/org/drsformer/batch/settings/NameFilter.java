package org.drsformer.batch.settings;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;

import org.drsformer.DrsformerException;

/**
 * Which files of a folder are meant. A glob with a slash is compared with the path below the folder, one without with
 * the name of the file: {@code *.png} is every PNG file, {@code north/**} all below the folder {@code north}.
 *
 * @param include any of these; empty for all
 * @param exclude none of these
 */
public record NameFilter(List<String> include, List<String> exclude) {

	/** All files. */
	public static final NameFilter ALL = new NameFilter(List.of(), List.of());

	/** @throws DrsformerException if a glob is none */
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
			throw new DrsformerException("The pattern \"" + glob + "\" cannot be understood (" +
				failure.getDescription() + "); write for example *.png, or rain[0-9]*.{tif,tiff}.", failure);
		}
	}

	/** @param file below its folder */
	public boolean accepts(final Path file) {
		return (include.isEmpty() || matchesAny(include, file)) && !matchesAny(exclude, file);
	}

	private static boolean matchesAny(final List<String> globs, final Path file) {
		return globs.stream().anyMatch(glob -> matcher(glob).matches(glob.contains("/") ? file : file.getFileName()));
	}
}
