package org.drsformer.evaluate;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A deraining method that is evaluated.
 *
 * @param name the last name of its folder, or the whole path if several folders have that name
 * @param folder of its results
 */
public record Method(String name, Path folder) {

	/** Returns a method for each folder, with names that differ; a folder that is named twice is one method. */
	static List<Method> of(final List<Path> all) {
		final List<Path> folders = all.stream().distinct().toList();
		final List<Method> methods = folders.stream().map(folder -> new Method(lastName(folder), folder)).toList();
		final Set<String> names = new HashSet<>();
		methods.forEach(method -> names.add(method.name));
		return names.size() == methods.size() ? methods
			: folders.stream().map(folder -> new Method(folder.toString(), folder)).toList();
	}

	private static String lastName(final Path folder) {
		final Path name = folder.toAbsolutePath().normalize().getFileName();
		return name == null ? folder.toString() : name.toString();
	}
}
