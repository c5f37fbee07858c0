package org.drsformer.train.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.drsformer.Progress;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.engine.Torch;
import org.drsformer.image.FrameTensor;
import org.drsformer.image.ValueRange;
import org.drsformer.metric.Protocol;
import org.drsformer.metric.Score;
import org.drsformer.network.RestorationNetwork;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.rain.RainPreset;
import org.drsformer.rain.RainSynthesizer;
import org.drsformer.rain.Seeds;
import org.drsformer.train.recipe.Recipe;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

/**
 * The images to validate with: the middle of each image, with the same rain every time, in 8 bit as in a saved file.
 */
public final class ValidationSet {

	/** The size of the window of the SSIM, rounded up to a multiple of 8. */
	static final int LEAST_SIZE = 16;

	private static final int LARGEST_SIZE = 256;

	private final Configuration configuration;
	private final List<Pair> pairs = new ArrayList<>();

	/** Makes a set of the rain that is learnt. */
	public ValidationSet(final List<Scene> scenes, final DataSettings data, final Recipe recipe,
		final Configuration configuration)
	{
		this(scenes, new RainSynthesizer(data.style(), Seeds.member(recipe.seed(), -3)), configuration);
	}

	private ValidationSet(final List<Scene> scenes, final RainSynthesizer synthesizer,
		final Configuration configuration)
	{
		this.configuration = configuration;
		for (final Scene scene : scenes)
			pairs.add(middle(scene, synthesizer, pairs.size(), configuration.inputChannels()));
	}

	/** Returns a set of the same images in ordinary rain. */
	public static ValidationSet ofOrdinaryRain(final List<Scene> scenes, final Recipe recipe,
		final Configuration configuration)
	{
		return new ValidationSet(scenes.stream().map(Scene::withoutRainyImage).toList(),
			new RainSynthesizer(RainPreset.MIXED, Seeds.member(recipe.seed(), -5)), configuration);
	}

	private static Pair middle(final Scene scene, final RainSynthesizer synthesizer, final int number,
		final int channels)
	{
		final int width = side(scene.clean().width());
		final int height = side(scene.clean().height());
		final Pair pair = scene.crop(new TrainingImage.Place(scene.clean().slices() / 2,
			(scene.clean().width() - width) / 2, (scene.clean().height() - height) / 2, width, height), channels, 0,
			synthesizer, number);
		return new Pair(rounded(pair.rainy()), pair.clean());
	}

	private static int side(final int length) {
		return Math.min(LARGEST_SIZE, length) / RestorationNetwork.MULTIPLE * RestorationNetwork.MULTIPLE;
	}

	private static FrameTensor rounded(final FrameTensor frame) {
		final float[] values = frame.values().clone();
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (Math.rint(255 * Math.max(0, Math.min(1, values[i]))) / 255);
		return new FrameTensor(values, frame.height(), frame.width(), frame.channels());
	}

	public List<Pair> pairs() {
		return pairs;
	}

	/**
	 * Returns the rainy images after a network with these weights.
	 *
	 * @param manager tells the device
	 * @param threads how many processors work, at least 1; does not change the result
	 */
	public List<FrameTensor> derain(final Map<String, Tensor> weights, final NDManager manager, final int threads,
		final Progress progress)
	{
		return Torch.infer(() -> {
			final List<FrameTensor> derained = new ArrayList<>();
			try (RestorationNetwork network = RestorationNetwork.of(configuration, weights, manager)) {
				for (final Pair pair : pairs)
					derained.add(derain(network, pair.rainy(), manager, threads, progress
						.part((double) derained.size() / pairs.size(), (derained.size() + 1.0) / pairs.size())));
			}
			return derained;
		});
	}

	private static FrameTensor derain(final RestorationNetwork network, final FrameTensor rainy,
		final NDManager manager, final int threads, final Progress progress)
	{
		try (NDManager scope = manager.newSubManager()) {
			final NDArray image = scope.create(rainy.values(),
				new Shape(1, rainy.height(), rainy.width(), rainy.channels()));
			return new FrameTensor(network.forward(image, Long.MAX_VALUE, threads, progress).toFloatArray(),
				rainy.height(), rainy.width(), rainy.channels());
		}
	}

	/** Returns the mean scores of the derained images, and of the rainy ones. */
	public ValidationScore score(final List<FrameTensor> derained) {
		double rainyPsnr = 0;
		double rainySsim = 0;
		double psnr = 0;
		double ssim = 0;
		for (int i = 0; i < pairs.size(); i++) {
			final Score before = score(pairs.get(i).rainy(), pairs.get(i).clean());
			final Score after = score(derained.get(i), pairs.get(i).clean());
			rainyPsnr += before.psnr() / pairs.size();
			rainySsim += before.ssim() / pairs.size();
			psnr += after.psnr() / pairs.size();
			ssim += after.ssim() / pairs.size();
		}
		return new ValidationScore(rainyPsnr, rainySsim, psnr, ssim);
	}

	private static Score score(final FrameTensor result, final FrameTensor target) {
		return Protocol.rain200Spa().score(bytes(result), bytes(target), 2);
	}

	private static RandomAccessibleInterval<UnsignedByteType> bytes(final FrameTensor frame) {
		final RandomAccessibleInterval<UnsignedByteType> image = ArrayImgs.unsignedBytes(frame.width(), frame.height(),
			frame.channels());
		final List<RandomAccessibleInterval<UnsignedByteType>> planes = new ArrayList<>();
		for (int c = 0; c < frame.channels(); c++)
			planes.add(Views.hyperSlice(image, 2, c));
		frame.write(planes, ValueRange.EIGHT_BIT);
		return image;
	}
}
