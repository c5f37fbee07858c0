package org.drsformer.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The most memory that this program has used so far, by Java and by the network together. */
public final class PeakMemory {

	private static final Path STATUS = Path.of("/proc/self/status");

	private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

	private PeakMemory() {
		// static functions only
	}

	/** Returns the memory in bytes; empty where the system does not tell, which is everywhere but on Linux. */
	public static OptionalLong bytes() {
		if (!Files.isReadable(STATUS))
			return OptionalLong.empty();
		try {
			final Matcher peak = PEAK.matcher(Files.readString(STATUS));
			return peak.find() ? OptionalLong.of(Long.parseLong(peak.group(1)) << 10) : OptionalLong.empty();
		}
		catch (final IOException unreadable) {
			return OptionalLong.empty();
		}
	}
}
