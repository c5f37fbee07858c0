package org.drsformer.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

import ai.djl.engine.Engine;
import com.sun.management.OperatingSystemMXBean;

/** The facts about this machine that the figures of a report depend on. */
public final class Machine {

	private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

	private Machine() {
		// static functions only
	}

	/** Returns one sentence. The engine must be started. */
	public static String describe() {
		final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		return String.format(Locale.ROOT, "%s, %d processors, %.0f GiB of memory, %s %s, Java %s, libtorch %s, %s",
			processor(), Runtime.getRuntime().availableProcessors(), system.getTotalMemorySize() / 0x1p30,
			system.getName(), system.getArch(), Runtime.version(), Engine.getInstance().getVersion(), LocalDate.now());
	}

	/**
	 * Returns the name of the processor, and on x86 its family and model, since names in virtual machines say little.
	 */
	private static String processor() {
		if (!Files.isReadable(PROCESSORS))
			return "unnamed processor";
		final String name = field("model name");
		final String family = field("cpu family");
		return (name.isEmpty() ? "unnamed processor" : name) +
			(family.isEmpty() ? "" : " (family " + family + ", model " + field("model") + ")");
	}

	/** Returns the value of the first line {@code field : value}; nothing if there is no such line. */
	private static String field(final String field) {
		try (Stream<String> lines = Files.lines(PROCESSORS)) {
			return lines.filter(line -> line.split("\\s*:")[0].equals(field))
				.map(line -> line.replaceFirst(".*?:\\s*", ""))
				.findFirst()
				.orElse("");
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}
}
