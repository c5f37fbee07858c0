package org.drsformer.derain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

import org.drsformer.DrsformerException;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.image.ValueRange;
import org.drsformer.model.Model;

/**
 * How rain is removed:
 *
 * <pre>
 * DerainSettings settings = DerainSettings.of(model).withThreads(2).withMemory(1L &lt;&lt; 30);
 * </pre>
 *
 * @param model the trained network
 * @param device where it runs
 * @param memory how many bytes the network may take for its work on a frame; less makes it slower and changes nothing
 *        else; 0 for as many as it has use for
 * @param threads how many processors it may use; 0 for all
 * @param range what is black and white in the images; null to find it for each image, see
 *        {@link ValueRange#of(net.imglib2.RandomAccessibleInterval)}
 */
public record DerainSettings(Model model, ComputeDevice device, long memory, int threads, ValueRange range) {

	/** @throws DrsformerException if memory or threads are negative */
	public DerainSettings {
		Objects.requireNonNull(model, "model");
		Objects.requireNonNull(device, "device");
		if (memory < 0)
			throw new DrsformerException(
				"A memory of " + memory + " bytes cannot be kept to; give at least 0 (automatic).");
		if (threads < 0)
			throw new DrsformerException("There cannot be " + threads + " threads; give at least 0 (all processors).");
	}

	/** Everything automatic. */
	public static DerainSettings of(final Model model) {
		return new DerainSettings(model, ComputeDevice.parse("auto"), 0, 0, null);
	}

	/**
	 * What a result depends on besides its input: the model and the value range. Device, memory and threads change how
	 * long it takes.
	 *
	 * @return SHA-256 in lower-case hexadecimal digits
	 */
	public String sha256() {
		final String text = "model " + model.sha256() + "\nrange " +
			(range == null ? "auto" : range.min() + ".." + range.max()) + "\n";
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (final NoSuchAlgorithmException exc) {
			throw new IllegalStateException("Every Java has SHA-256", exc);
		}
	}

	public DerainSettings withDevice(final ComputeDevice newDevice) {
		return new DerainSettings(model, newDevice, memory, threads, range);
	}

	public DerainSettings withMemory(final long newMemory) {
		return new DerainSettings(model, device, newMemory, threads, range);
	}

	public DerainSettings withThreads(final int newThreads) {
		return new DerainSettings(model, device, memory, newThreads, range);
	}

	public DerainSettings withRange(final ValueRange newRange) {
		return new DerainSettings(model, device, memory, threads, newRange);
	}
}
