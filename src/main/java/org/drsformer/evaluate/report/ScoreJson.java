package org.drsformer.evaluate.report;

import org.drsformer.evaluate.PairScore;
import org.drsformer.evaluate.Statistics;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Scores as JSON, with all digits; infinity, which JSON has no number for, is the string {@code "Infinity"}. */
public final class ScoreJson {

	private ScoreJson() {
		// static functions only
	}

	/** An object with protocol, psnr, ssim, mse, rmse, mae, dataRange, planes and infinitePlanes. */
	public static JsonObject of(final PairScore score) {
		final JsonObject json = new JsonObject();
		json.addProperty("protocol", score.protocol());
		json.add("psnr", number(score.psnr()));
		json.add("ssim", number(score.ssim()));
		json.add("mse", number(score.mse()));
		json.add("rmse", number(score.rmse()));
		json.add("mae", number(score.mae()));
		json.add("dataRange", number(score.dataRange()));
		json.addProperty("planes", score.planes());
		json.addProperty("infinitePlanes", score.infinite());
		return json;
	}

	static JsonObject of(final Statistics statistics) {
		final JsonObject json = new JsonObject();
		json.add("mean", number(statistics.mean().value()));
		json.add("standardDeviation", number(statistics.deviation()));
		json.add("median", number(statistics.median()));
		json.addProperty("count", statistics.mean().count());
		json.addProperty("infinite", statistics.mean().infinite());
		return json;
	}

	/** What is not a number, such as the mean of nothing, is null. */
	private static JsonElement number(final double value) {
		if (Double.isNaN(value))
			return JsonNull.INSTANCE;
		return Double.isInfinite(value) ? new JsonPrimitive(Double.toString(value)) : new JsonPrimitive(value);
	}
}
