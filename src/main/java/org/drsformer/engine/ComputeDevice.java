package org.drsformer.engine;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.drsformer.DrsformerException;

import ai.djl.Device;

/**
 * The device on which the network runs, as the user asks for it: {@code auto} (a GPU if there is one, else the CPU),
 * {@code cpu}, {@code gpu} (the first), or {@code gpu:1} (the second).
 */
public final class ComputeDevice {

	/** A GPU if there is one, else the CPU. */
	public static final ComputeDevice AUTO = new ComputeDevice("auto", -1);
	public static final ComputeDevice CPU = new ComputeDevice("cpu", -1);

	private static final Pattern GPU = Pattern.compile("gpu(?::(\\d{1,3}))?");

	private final String text;
	private final int gpu;

	private ComputeDevice(final String text, final int gpu) {
		this.text = text;
		this.gpu = gpu;
	}

	/**
	 * Returns the device for {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:1}.
	 *
	 * @throws DrsformerException for anything else
	 */
	public static ComputeDevice parse(final String text) {
		final String name = text.strip().toLowerCase(Locale.ROOT);
		if (name.equals("auto"))
			return AUTO;
		if (name.equals("cpu"))
			return CPU;
		final Matcher matcher = GPU.matcher(name);
		if (!matcher.matches())
			throw new DrsformerException("There is no device \"" + text + "\"; use auto, cpu, gpu or gpu:1.");
		return new ComputeDevice(name, matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1)));
	}

	/**
	 * Returns the device on a machine with this many GPUs that PyTorch can use.
	 *
	 * @throws DrsformerException if the user asks for a GPU that does not exist
	 */
	Device on(final int gpus) {
		if (gpu < 0)
			return this == AUTO && gpus > 0 ? Device.gpu(0) : Device.cpu();
		if (gpu >= gpus)
			throw new DrsformerException("The device " + text + " was requested, but " +
				(gpus == 0 ? "PyTorch finds no GPU here"
					: "PyTorch finds only " + gpus + " GPU" + (gpus == 1 ? "" : "s") + " here, counted from 0") +
				"; use the device auto or cpu, or install natives of PyTorch with CUDA that fit the driver.");
		return Device.gpu(gpu);
	}

	/** Returns the text that the user gave. */
	@Override
	public String toString() {
		return text;
	}
}
