package org.drsformer.metric.noreference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.image.frame.Frames;
import org.drsformer.metric.DataRange;
import org.drsformer.metric.plane.Plane;

import net.imglib2.RandomAccessibleInterval;

/**
 * A protocol that scores an image by itself, without a target. Lower is better.
 *
 * <pre>{@code
 * double niqe = NoReference.niqe().score(image).value();
 * double camera = NoReference.byName("brisque").withDataRange(4095).score(image).value(); // 12 bit in 16
 * }</pre>
 *
 * Images may be RGB, 8 or 16 bit; others need a stated range. Each plane is scored by itself. Immutable.
 */
public final class NoReference {

	private final String name;
	private final String description;
	private final ToDoubleFunction<Plane> metric;
	private final OptionalDouble statedRange;

	private NoReference(final String name, final String description, final ToDoubleFunction<Plane> metric,
		final OptionalDouble statedRange)
	{
		this.name = name;
		this.description = description;
		this.metric = metric;
		this.statedRange = statedRange;
	}

	/** Returns {@code niqe}, see {@link Niqe}. */
	public static NoReference niqe() {
		return new NoReference("niqe", """
			No target: NIQE of Mittal, Soundararajan and Bovik (2013), as their MATLAB release; whole blocks of 96 x \
			96 pixels, at least two. Lower is better, clean photographs have 2.5 to 5. 16-bit samples are scaled to \
			0..255.""", Niqe::of, OptionalDouble.empty());
	}

	/** Returns {@code brisque}, see {@link Brisque}. */
	public static NoReference brisque() {
		return new NoReference("brisque", """
			No target: BRISQUE of Mittal, Moorthy and Bovik (2012), as their MATLAB release. Lower is better, about 0 \
			to 100. 16-bit samples are scaled to 0..255.""", Brisque::of, OptionalDouble.empty());
	}

	/** Returns every protocol without a target. */
	public static List<NoReference> all() {
		return List.of(niqe(), brisque());
	}

	/**
	 * Returns the protocol with a name.
	 *
	 * @throws DrsformerException if there is none; the message lists all names
	 */
	public static NoReference byName(final String name) {
		return all().stream()
			.filter(protocol -> protocol.name.equals(name))
			.findFirst()
			.orElseThrow(
				() -> new DrsformerException("There is no protocol " + name + " without a target; use one of " +
					all().stream().map(NoReference::name).collect(Collectors.joining(", ")) + "."));
	}

	/** Returns what users call it, such as {@code niqe}. */
	public String name() {
		return name;
	}

	/** Returns what papers call it, such as {@code NIQE}. */
	public String title() {
		return titleOf(name);
	}

	/** Returns what papers call the protocol of a name. */
	public static String titleOf(final String name) {
		return name.toUpperCase(Locale.ROOT);
	}

	/** Returns what it computes and where that comes from, for users: some sentences. */
	public String description() {
		return description;
	}

	/** Returns the range that {@link #withDataRange} has stated; empty for the range of the pixel type. */
	public OptionalDouble statedDataRange() {
		return statedRange;
	}

	/**
	 * Returns this protocol with a range that the caller states, instead of the range of the pixel type.
	 *
	 * @param dataRange the sample value that is scaled to 255, white
	 * @throws DrsformerException if it is not positive
	 */
	public NoReference withDataRange(final double dataRange) {
		return new NoReference(name, description, metric, OptionalDouble.of(DataRange.checked(dataRange)));
	}

	/** Scores an image without a channel axis: see {@link #score(RandomAccessibleInterval, int, Progress)}. */
	public NoReferenceScore score(final RandomAccessibleInterval<?> image) {
		return score(image, Frames.NO_CHANNEL_AXIS, Progress.NONE);
	}

	/**
	 * Scores every plane of an image on the calling thread. Any number of threads may call this at once.
	 *
	 * @param channelAxis the axis that counts channels, or {@link Frames#NO_CHANNEL_AXIS}
	 * @param progress updated after every plane
	 * @throws DrsformerException if the image has a type or a number of channels that is not scored, is too small, or
	 *         has no contrast
	 */
	public NoReferenceScore score(final RandomAccessibleInterval<?> image, final int channelAxis,
		final Progress progress)
	{
		final GrayPlanes planes = GrayPlanes.of(title(), image, channelAxis, statedRange);
		final List<Double> scores = new ArrayList<>();
		for (int i = 0; i < planes.count(); i++) {
			scores.add(metric.applyAsDouble(planes.read(i)));
			progress.update((i + 1.0) / planes.count());
		}
		return new NoReferenceScore(name, planes.range(), List.copyOf(scores));
	}

	/** Returns the name. */
	@Override
	public String toString() {
		return name;
	}
}
