package org.drsformer.check;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.Software;
import org.drsformer.derain.SharedDerainers;
import org.drsformer.engine.EngineReport;
import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;

import com.sun.management.OperatingSystemMXBean;
import ij.ImageJ;

/**
 * Looks whether everything is there that deraining needs, and derains a small image.
 *
 * @param findings in the order in which one thing needs another
 */
public record InstallationCheck(List<Finding> findings) {

	private static final int MIB = 1 << 20;

	/**
	 * One thing that was looked at.
	 *
	 * @param what such as {@code PyTorch}
	 * @param text what was found; a sentence that says what to do if it is not good
	 */
	public record Finding(String what, String text, boolean good) {}

	public InstallationCheck {
		findings = List.copyOf(findings);
	}

	/**
	 * Looks; takes a few seconds, and many more the very first time, when the natives are unpacked.
	 *
	 * @throws java.util.concurrent.CancellationException if the progress asks for it
	 */
	public static InstallationCheck run(final Progress progress) {
		final List<Finding> findings = new ArrayList<>();
		find(findings, "DRSformer", () -> Software.version());
		find(findings, "ImageJ", () -> ImageJ.VERSION);
		find(findings, "Java", () -> System.getProperty("java.version") + ", " + System.getProperty("java.vendor"));
		find(findings, "System", () -> System.getProperty("os.name") + ", " + System.getProperty("os.arch") + ", " +
			Runtime.getRuntime().availableProcessors() + " processors");
		find(findings, "Memory", InstallationCheck::memory);
		find(findings, "Cache folder", () -> EngineReport.cacheFolder().toString());
		find(findings, "PyTorch", () -> engine(EngineReport.ofThisMachine()));
		find(findings, "Device", () -> device(EngineReport.ofThisMachine()));
		find(findings, "Models", InstallationCheck::models);
		find(findings, "Bundled model", () -> bundled(SharedDerainers.ofThisJvm().model(ModelLibrary.BUNDLED)));
		find(findings, "Self-test", () -> SelfTest.run(progress));
		return new InstallationCheck(findings);
	}

	private static void find(final List<Finding> findings, final String what, final Supplier<String> check) {
		try {
			findings.add(new Finding(what, check.get(), true));
		}
		catch (final DrsformerException failure) {
			findings.add(new Finding(what, failure.getMessage(), false));
		}
	}

	private static String memory() {
		final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		return String.format(Locale.ROOT, "%,d MiB for Java at most, %,d MiB in the machine, of which %,d MiB are free",
			Runtime.getRuntime().maxMemory() / MIB, system.getTotalMemorySize() / MIB,
			system.getFreeMemorySize() / MIB);
	}

	private static String engine(final EngineReport engine) {
		return engine.version() + " in " + engine.natives();
	}

	private static String device(final EngineReport engine) {
		return "auto means " + engine.device() + "; " + engine.gpus() + " GPUs that PyTorch can use";
	}

	private static String models() {
		final ModelLibrary library = ModelLibrary.ofUser();
		return String.join(", ", library.names()) + "; your own in " + library.folder();
	}

	private static String bundled(final Model model) {
		return model.configuration().describe() + ", SHA-256 " + model.sha256();
	}

	/** Whether everything is good. */
	public boolean passed() {
		return findings.stream().allMatch(Finding::good);
	}

	/** One line for each finding, and whether all is well. */
	public String text() {
		final StringBuilder text = new StringBuilder();
		for (final Finding finding : findings)
			text.append(String.format(Locale.ROOT, "%s: %s%s%n", finding.what(), finding.good() ? "" : "PROBLEM: ",
				finding.text()));
		return text.append(String.format(Locale.ROOT, "%n%s%n",
			passed() ? "Everything is in place." : "Something is missing, see above.")).toString();
	}
}
