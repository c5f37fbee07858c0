package org.drsformer.network;

import static org.drsformer.network.PaddedChannels.depthwise;
import static org.drsformer.network.PaddedChannels.projectIn;
import static org.drsformer.network.layer.Activations.relu;
import static org.drsformer.network.layer.Activations.sum;
import static org.drsformer.network.layer.Parameters.rows;
import static org.drsformer.network.strip.ArrayScope.resultOf;

import java.util.stream.IntStream;

import org.drsformer.network.layer.Convolution;
import org.drsformer.network.layer.Parameters;
import org.drsformer.network.layer.Pointwise;
import org.drsformer.network.strip.Strip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;

/**
 * One half of the {@link MixedScaleFeedForward}: the hidden channels [0, h) or [h, 2h), up to its share of project_out.
 * <p>
 * Output j of the grouped convolution reads the channels 2j and 2j + 1 of cat(a, b), h channels each. That is a
 * depthwise convolution of the even channels plus one of the odd channels, many times faster than the grouped one. The
 * rows of project_in are put into the order even, odd. With odd h the middle output straddles: it reads the last
 * channel of a and the first of b.
 * <p>
 * Widths are padded, see {@link PaddedChannels}.
 */
final class MixedScaleHalf {

	private final int hidden;
	private final int middle;
	private final boolean straddling;
	private final Pointwise projectEven;
	private final Pointwise projectOdd;
	private final Scale small;
	private final Scale large;

	/**
	 * One of the two scales, 3x3 for a or 5x5 for b.
	 *
	 * @param even the depthwise convolution of the even channels
	 * @param odd the same of the odd channels
	 * @param mixEven the part of the grouped convolution that reads the even channels
	 * @param mixOdd the part that reads the odd channels
	 * @param out the share of project_out
	 */
	private record Scale(Convolution even, Convolution odd, Convolution mixEven, Convolution mixOdd, Pointwise out) {

		NDArray even(final NDArray u) {
			return mix(u, even, mixEven);
		}

		NDArray odd(final NDArray u) {
			return mix(u, odd, mixOdd);
		}

		private static NDArray mix(final NDArray u, final Convolution depthwise, final Convolution mix) {
			try (NDArray activated = depthwise.forwardRelu(u)) {
				return mix.forward(activated);
			}
		}
	}

	/**
	 * Rearranges the weights of one half.
	 *
	 * @param parameters of the feed-forward network
	 * @param mix name of the grouped convolution of this half
	 * @param half 0 or 1
	 */
	MixedScaleHalf(final Parameters parameters, final String mix, final int half) {
		hidden = (int) parameters.shape("project_out.weight").get(1) / 2;
		middle = hidden / 2;
		straddling = hidden % 2 == 1;
		final int[] even = channels(half * hidden, 2, hidden - middle);
		final int[] odd = channels(half * hidden + 1, 2, middle);
		projectEven = projectIn(parameters, even);
		projectOdd = projectIn(parameters, odd);

		// which outputs of the grouped convolution the channels go to, and as which of its two inputs
		final int[] fromEvenOfA = channels(0, 1, hidden - middle);
		final int[] fromOddOfA = channels(0, 1, middle);
		final int[] fromEvenOfB = channels(middle, 1, hidden - middle);
		final int[] fromOddOfB = channels(straddling ? middle + 1 : middle, 1, middle);
		small = new Scale(depthwise(parameters, "dwconv3x3", even), depthwise(parameters, "dwconv3x3", odd), //
			mix(parameters, mix, fromEvenOfA, 0, true), mix(parameters, mix, fromOddOfA, 1, false), //
			projectOut(parameters, half, fromEvenOfA));
		large = new Scale(depthwise(parameters, "dwconv5x5", even), depthwise(parameters, "dwconv5x5", odd), //
			mix(parameters, mix, fromEvenOfB, straddling ? 1 : 0, !straddling), //
			mix(parameters, mix, fromOddOfB, straddling ? 0 : 1, straddling), //
			projectOut(parameters, half, withoutStraddling(fromEvenOfB)));
	}

	private int[] channels(final int first, final int step, final int count) {
		return PaddedChannels.of(first, step, count, hidden - middle);
	}

	/** Leaves out the middle output, which goes with the channels of a. */
	private int[] withoutStraddling(final int[] channels) {
		return straddling ? IntStream.of(channels).map(j -> j == middle ? -1 : j).toArray() : channels;
	}

	private Pointwise projectOut(final Parameters parameters, final int half, final int[] outputs) {
		final int[] columns = IntStream.of(outputs).map(j -> j < 0 ? -1 : half * hidden + j).toArray();
		return new Pointwise(PaddedChannels.projectOut(parameters, columns), null);
	}

	/** Returns the part of the grouped convolution that reads its first (0) or second (1) input. */
	private static Convolution mix(final Parameters parameters, final String name, final int[] outputs, final int input,
		final boolean withBias)
	{
		final NDIndex column = new NDIndex().addAllDim().addSliceDim(input, input + 1);
		return Convolution.depthwise(resultOf(() -> rows(parameters.get(name + ".weight").get(column), outputs)),
			resultOf(() -> withBias ? rows(parameters.find(name + ".bias"), outputs) : null));
	}

	/** Returns the share of a strip's result, (N, rows, W, C), for the normalised strip with its halo. */
	NDArray forward(final NDArray normalised, final Strip strip) {
		try (NDArray even = projectEven.forward(normalised); NDArray odd = projectOdd.forward(normalised)) {
			final NDArray a = small.even(even);
			try (NDArray fromOdd = small.odd(odd)) {
				a.addi(fromOdd);
			}
			final NDArray b = large.even(even);
			try (NDArray fromOdd = large.odd(odd)) {
				if (straddling)
					straddle(a, b, fromOdd);
				else
					b.addi(fromOdd);
			}
			return sum(activateAndProject(a, small, strip), activateAndProject(b, large, strip));
		}
	}

	/**
	 * Adds the odd channels where h is odd: output middle + i of b comes from the even channel i and the odd channel i
	 * - 1, and the first output of b belongs to a.
	 */
	private void straddle(final NDArray a, final NDArray b, final NDArray fromOdd) {
		final long width = b.getShape().get(3);
		try (NDArray shifted = channels(b, 1, width);
			NDArray addend = channels(fromOdd, 0, width - 1);
			NDArray last = channels(a, middle, middle + 1);
			NDArray first = channels(b, 0, 1)) {
			shifted.addi(addend);
			last.addi(first);
		}
	}

	private static NDArray channels(final NDArray map, final long from, final long to) {
		return map.get(new NDIndex().addEllipseDim().addSliceDim(from, to));
	}

	/** Returns relu and the share of project_out of a strip; the mixed map is consumed. */
	private static NDArray activateAndProject(final NDArray mixed, final Scale scale, final Strip strip) {
		try (NDArray activated = relu(strip.crop(mixed))) {
			return scale.out.forward(activated);
		}
	}

	/** Returns the padded number of hidden channels of one parity. */
	long width() {
		return projectEven.weight().getShape().get(0);
	}
}
