package org.drsformer.engine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.drsformer.DrsformerException;

import ai.djl.engine.EngineException;
import ai.djl.util.Utils;

/** Turns the failures of DJL and libtorch into messages that say what is missing and what to do. */
final class EngineFailures {

	private static final Remedy OUT_OF_MEMORY = new Remedy(
		"PyTorch ran out of memory; set a lower limit of memory, use smaller images, or close other programs.",
		"out of memory", "not enough memory", "can't allocate memory", "bad_alloc", "bad allocation");

	private static final Remedy NO_PLACE = new Remedy(
		"The native library of PyTorch cannot be unpacked into %s; make room" +
			" there and make it writable, or set the environment variable DJL_CACHE_DIR to a folder that is.",
		"Failed to extract PyTorch native library", "Cannot copy jni files");

	/** The first remedy that fits counts, so causes stand before their consequences. */
	private static final List<Remedy> REMEDIES = List.of( //
		OUT_OF_MEMORY, //
		new Remedy(
			"A file of the native library of PyTorch is damaged (%s); delete the folder that it is in and start" +
				" again, which restores it.",
			"file too short", "invalid ELF header", "ELF load command past end of file", "truncated mach-o file",
			"not a mach-o file"),
		new Remedy(
			"The native library of PyTorch does not fit this system (%s); it needs Linux with glibc 2.28 or newer," +
				" Windows 10 with the Visual C++ runtime, or macOS on Apple silicon.",
			"GLIBC", "CXXABI", "UnsatisfiedLinkError", "dependent libraries", "wrong ELF class",
			"incompatible architecture"),
		new Remedy(
			"There is no native library of PyTorch for this system; it runs on Linux (x86_64, aarch64), Windows" +
				" (x86_64) and macOS on Apple silicon.",
			"No PyTorch native library matches"),
		new Remedy(
			"The native library of PyTorch is not here, and it cannot be downloaded because DJL is offline; add the" +
				" pytorch-native-cpu jar for this system, or start once with a network and without what makes it" +
				" so: the" + " environment variable DJL_OFFLINE, or the system property ai.djl.offline or offline.",
			"Offline mode is enabled"),
		new Remedy("The bridge to PyTorch is not here and cannot be downloaded; add the jar pytorch-jni that fits" +
			" pytorch-engine, or start once with a network.", "Cannot download jni files"),
		new Remedy(
			"The native library of PyTorch is not here and cannot be downloaded; add the pytorch-native-cpu jar for" +
				" this system, or start once with a network that lets https://publish.djl.ai through.",
			"Failed to save pytorch index file", "Failed to download PyTorch native library"),
		NO_PLACE, //
		new Remedy("DJL's PyTorch engine is not among the jars; install the plugin again, with all of its jars.",
			"Deep learning engine not found", "No deep learning engine found"));

	/**
	 * A message for some failures.
	 *
	 * @param sentence the message, with %s for a detail
	 * @param texts parts of the texts of the failures that it is for
	 */
	private record Remedy(String sentence, String... texts) {

		boolean fits(final String failure) {
			for (final String text : texts)
				if (failure.contains(text))
					return true;
			return false;
		}
	}

	private EngineFailures() {
		// static functions only
	}

	static boolean isOutOfMemory(final RuntimeException failure) {
		return OUT_OF_MEMORY.fits(story(failure));
	}

	/** Returns what to throw if the engine does not start. If the user chose a library, that is the likely reason. */
	static RuntimeException explainStart(final Throwable failure) {
		if (failure instanceof final CancellationException cancelled)
			return cancelled;
		final Optional<UserChoice> choice = UserChoice.ofLibrary();
		if (choice.isPresent() && !(failure instanceof DrsformerException) && !NO_PLACE.fits(story(failure)))
			return new DrsformerException(
				"PyTorch does not start with the native library that " + choice.get() + " asks for (" +
					deepest(failure).getMessage() + "); remove that setting and start again, which takes the library" +
					" that this software was made for, or set it to one of the same version.",
				failure);
		final RuntimeException explained = explain(failure);
		return UserChoice.leadingNowhere()
			.<RuntimeException>map(nowhere -> new DrsformerException(explained.getMessage() + " There is no " +
				NativeLibrary.MAIN_FILE + " where " + nowhere + " says; correct that setting or remove it.", failure))
			.orElse(explained);
	}

	/** Returns what to throw instead of a failure of DJL: one with a message that helps, or the failure itself. */
	static RuntimeException explain(final Throwable failure) {
		final String story = story(failure);
		for (final Remedy remedy : REMEDIES)
			if (!(failure instanceof DrsformerException) && remedy.fits(story))
				return new DrsformerException(String.format(Locale.ROOT, remedy.sentence(), detail(remedy, failure)),
					failure);
		if (failure instanceof EngineException || failure instanceof Error)
			return new DrsformerException("PyTorch failed: " + deepest(failure).getMessage(), failure);
		return (RuntimeException) failure;
	}

	private static Object detail(final Remedy remedy, final Throwable failure) {
		return remedy == NO_PLACE ? Utils.getEngineCacheDir() : deepest(failure).getMessage();
	}

	/** Returns the texts of a failure and all of its causes. */
	private static String story(final Throwable failure) {
		final StringBuilder story = new StringBuilder();
		for (Throwable cause = failure; cause != null; cause = cause.getCause())
			story.append(cause).append('\n');
		return story.toString();
	}

	private static Throwable deepest(final Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null)
			cause = cause.getCause();
		return cause;
	}
}
