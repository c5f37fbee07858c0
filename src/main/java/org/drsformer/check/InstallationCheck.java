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
 * Checks whether everything that deraining needs is there, and derains a small image.
 *
 * @param findings in an order in which each thing needs only those before it
 */
public record InstallationCheck(List<Finding> findings) {

	private static final int MIB = 1 << 20;

	/**
	 * The result for one thing that was checked.
	 *
	 * @param what such as {@code PyTorch}
	 * @param text what was found; if {@code good} is false, a sentence that says what to do
	 */
	public record Finding(String what, String text, boolean good) {}

	public InstallationCheck {
		findings = List.copyOf(findings);
	}

	/**
	 * Checks everything. Takes a few seconds, and much longer the first time, when the native libraries are unpacked.
	 *
	 * @throws java.util.concurrent.CancellationException if the progress cancels the check
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

	/** Returns whether all findings are good. */
	public boolean passed() {
		return findings.stream().allMatch(Finding::good);
	}

	/** Returns a text with one line for each finding, and a last line that says whether everything is there. */
	public String text() {
		final StringBuilder text = new StringBuilder();
		for (final Finding finding : findings)
			text.append(String.format(Locale.ROOT, "%s: %s%s%n", finding.what(), finding.good() ? "" : "PROBLEM: ",
				finding.text()));
		return text.append(String.format(Locale.ROOT, "%n%s%n",
			passed() ? "Everything is in place." : "Something is missing, see above.")).toString();
	}
}
