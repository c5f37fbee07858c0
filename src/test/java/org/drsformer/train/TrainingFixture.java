package org.drsformer.train;

import java.nio.file.Path;
import java.util.Map;

import org.drsformer.FixtureWeights;
import org.drsformer.Npy;
import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.network.Configuration;

import com.google.gson.Gson;
import com.google.gson.JsonObject;

/** Ten steps that PyTorch took, with the original network and torch.optim.AdamW. */
record TrainingFixture(String name, JsonObject json, Npy rainy, Npy clean) {

	static TrainingFixture load(final String name) {
		final String folder = "fixtures/" + name;
		return new TrainingFixture(name, FixtureWeights.manifest(folder + "/training.json"), Npy.read(folder + "/rainy.npy"),
			Npy.read(folder + "/clean.npy"));
	}

	int steps() {
		return rainy.shape()[0];
	}

	double loss(final int step) {
		return numbers(json, "loss_per_step")[step];
	}

	double gradientNorm(final int step) {
		return numbers(json, "grad_norm_before_clip")[step];
	}

	double learningRate(final int step) {
		return numbers(json, "lr")[step];
	}

	/** Sum of the absolute values of all weights after a step. */
	double weightSum(final int step) {
		return numbers(json, "sum_abs_weights_after_step")[step];
	}

	private static double[] numbers(final JsonObject json, final String name) {
		return new Gson().fromJson(json.get(name), double[].class);
	}

	OptimizerSettings optimizer() {
		final JsonObject adamW = json.getAsJsonObject("optimizer");
		final double[] betas = numbers(adamW, "betas");
		return new OptimizerSettings(betas[0], betas[1], adamW.get("eps").getAsDouble(), adamW.get("weight_decay")
			.getAsDouble(), json.get("clip_global_norm").getAsDouble());
	}

	Configuration configuration() {
		return Configuration.infer(weights("start.pth"), name);
	}

	LearnerState start() {
		return LearnerState.start(configuration(), weights("start.pth"));
	}

	/** After the last step. */
	float[] end() {
		return start().tensors().join(weights("end.pth"));
	}

	private Map<String, Tensor> weights(final String file) {
		return Checkpoint.read(Path.of("src/test/resources/fixtures", name, file)).tensors();
	}

	/** The crops are (step, N, C, H, W), a batch is (N, H, W, C). */
	Batch batch(final int step) {
		final int[] shape = rainy.shape();
		return new Batch(channelsLast(rainy, step), channelsLast(clean, step), shape[1], shape[3], shape[4], shape[2]);
	}

	private static float[] channelsLast(final Npy crops, final int step) {
		final int channels = crops.shape()[2];
		final int pixels = crops.shape()[3] * crops.shape()[4];
		final int image = channels * pixels;
		final float[] values = new float[crops.shape()[1] * image];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) crops.data()[step * values.length + i / image * image + i % channels * pixels + i % image /
				channels];
		return values;
	}
}
