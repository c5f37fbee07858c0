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
 * Says how rain is removed:
 *
 * <pre>
 * DerainSettings settings = DerainSettings.of(model).withThreads(2).withMemory(1L &lt;&lt; 30);
 * </pre>
 *
 * @param model the trained network
 * @param device the device that it runs on
 * @param memory the limit in bytes of the network's memory for a frame, or for the small frames that are derained side
 *        by side; a lower limit makes it slower and changes nothing else; 0 for no limit
 * @param threads the number of processors that it may use; 0 for all
 * @param range the values of black and white in the images; null to find them for each image, see
 *        {@link ValueRange#of(net.imglib2.RandomAccessibleInterval)}
 */
public record DerainSettings(Model model, ComputeDevice device, long memory, int threads, ValueRange range) {

	/**
	 * @throws DrsformerException if the memory or the number of threads is negative, or the model is not for single
	 *         images
	 */
	public DerainSettings {
		Objects.requireNonNull(model, "model");
		Objects.requireNonNull(device, "device");
		if (model.configuration().dualPixel())
			throw new DrsformerException("The model " + model.name() + " needs the two views of a dual-pixel camera, " +
				model.configuration().inputChannels() +
				" channels together, and no image here has them; choose a model" +
				" for single images, such as restormer-defocus-deblur.");
		if (memory < 0)
			throw new DrsformerException(
				"The memory limit of " + memory + " bytes is invalid; give at least 0 (automatic).");
		if (threads < 0)
			throw new DrsformerException(
				"The number of threads " + threads + " is invalid; give at least 0 (all processors).");
	}

	/** Returns settings in which everything but the model is automatic. */
	public static DerainSettings of(final Model model) {
		return new DerainSettings(model, ComputeDevice.parse("auto"), 0, 0, null);
	}

	/**
	 * Returns a hash of everything that a result depends on besides its input: the model and the value range. Device,
	 * memory and threads change only the time.
	 *
	 * @return a SHA-256 in lower-case hexadecimal digits
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
