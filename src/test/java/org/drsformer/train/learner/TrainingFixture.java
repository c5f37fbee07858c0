package org.drsformer.train.learner;

import java.nio.file.Path;
import java.util.Map;

import org.drsformer.FixtureWeights;
import org.drsformer.Npy;
import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.train.data.CropBatch;
import org.drsformer.train.recipe.OptimizerSettings;
import org.drsformer.train.recipe.Recipe;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

/** Ten training steps of PyTorch, with the original network and torch.optim.AdamW. */
public final class TrainingFixture {

	private final String name;
	private final JsonObject json;
	private final Npy rainy;
	private final Npy clean;
	private final double[] losses;
	private final double[] gradientNorms;
	private final double[] learningRates;
	private final Map<String, Tensor> weights;
	private final Configuration configuration;

	public TrainingFixture(final String name) {
		this.name = name;
		final String folder = "fixtures/" + name;
		json = FixtureWeights.manifest(folder + "/training.json");
		rainy = Npy.read(folder + "/rainy.npy");
		clean = Npy.read(folder + "/clean.npy");
		losses = numbers(json, "loss_per_step");
		gradientNorms = numbers(json, "grad_norm_before_clip");
		learningRates = numbers(json, "lr");
		weights = weights("start.pth");
		configuration = Configuration.infer(weights, name);
	}

	public int steps() {
		return losses.length;
	}

	double loss(final int step) {
		return losses[step];
	}

	double gradientNorm(final int step) {
		return gradientNorms[step];
	}

	public double learningRate(final int step) {
		return learningRates[step];
	}

	private static double[] numbers(final JsonObject json, final String name) {
		return new Gson().fromJson(json.get(name), double[].class);
	}

	OptimizerSettings optimizer() {
		final JsonObject adamW = json.getAsJsonObject("optimizer");
		final double[] betas = numbers(adamW, "betas");
		return new OptimizerSettings(betas[0], betas[1], adamW.get("eps").getAsDouble(),
			adamW.get("weight_decay").getAsDouble(), json.get("clip_global_norm").getAsDouble());
	}

	/** Returns a recipe with this optimizer. */
	Recipe recipe() {
		return Recipe.PAPER.withOptimizer(optimizer()).withAveraging(0.999);
	}

	Configuration configuration() {
		return configuration;
	}

	LearnerState start() {
		return LearnerState.start(configuration, weights);
	}

	/** Returns the weights after the last step. */
	float[] end() {
		return start().tensors().join(weights("end.pth"));
	}

	private Map<String, Tensor> weights(final String file) {
		return Checkpoint.read(Path.of("src/test/resources/fixtures", name, file)).tensors();
	}

	/** Returns the batch of a step, (N, H, W, C), from the crops, (step, N, C, H, W). */
	CropBatch batch(final int step) {
		final int[] shape = rainy.shape();
		return new CropBatch(channelsLast(rainy, step), channelsLast(clean, step), shape[1], shape[3], shape[4],
			shape[2]);
	}

	private static float[] channelsLast(final Npy crops, final int step) {
		final int channels = crops.shape()[2];
		final int pixels = crops.shape()[3] * crops.shape()[4];
		final int image = channels * pixels;
		final float[] values = new float[crops.shape()[1] * image];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) crops.data()[step * values.length + i / image * image + i % channels * pixels +
				i % image / channels];
		return values;
	}

	@Override
	public String toString() {
		return name;
	}
}
