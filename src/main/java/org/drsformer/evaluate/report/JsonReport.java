package org.drsformer.evaluate.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.Method;
import org.drsformer.evaluate.PairScore;
import org.drsformer.evaluate.Summary;
import org.drsformer.evaluate.Unscored;
import org.drsformer.io.WholeFile;
import org.drsformer.metric.Protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** Writes a report as one JSON object: what was done, the summaries, every score, and what could not be scored. */
public final class JsonReport {

	private static final Gson GSON = new GsonBuilder().setPrettyPrinting()
		.disableHtmlEscaping()
		.serializeNulls()
		.create();

	private JsonReport() {
		// static functions only
	}

	/** @throws org.drsformer.DrsformerException if the file cannot be written; nothing is left then */
	public static void write(final EvaluationReport report, final Path file) {
		WholeFile.write(file, out -> out.write((GSON.toJson(json(report)) + "\n").getBytes(StandardCharsets.UTF_8)));
	}

	static JsonObject json(final EvaluationReport report) {
		final JsonObject json = new JsonObject();
		json.addProperty("version", report.version());
		json.addProperty("targets", report.targets().toString());
		json.add("protocols", array(report.protocols(), JsonReport::json));
		json.add("methods", array(report.methods(), JsonReport::json));
		json.addProperty("scored", report.scores().size());
		json.addProperty("notScored", report.unscored().size());
		json.add("summaries", array(report.summaries(), JsonReport::json));
		json.add("scores", array(report.scores(), JsonReport::named));
		json.add("problems", array(report.unscored(), JsonReport::json));
		return json;
	}

	private static JsonObject json(final Protocol protocol) {
		return texts("name", protocol.name(), "description", protocol.description());
	}

	private static JsonObject json(final Method method) {
		return texts("name", method.name(), "folder", method.folder().toString());
	}

	private static JsonObject json(final Unscored unscored) {
		return texts("method", unscored.method(), "name", unscored.name(), "protocol", unscored.protocol(), "problem",
			unscored.sentence());
	}

	private static JsonObject json(final Summary summary) {
		final JsonObject json = texts("method", summary.method(), "protocol", summary.protocol());
		json.addProperty("scored", summary.count());
		json.addProperty("notScored", summary.notScored());
		json.add("psnr", ScoreJson.of(summary.psnr()));
		json.add("ssim", ScoreJson.of(summary.ssim()));
		json.add("worst", array(summary.worst(), JsonReport::named));
		return json;
	}

	private static JsonObject named(final PairScore score) {
		final JsonObject json = texts("method", score.method(), "name", score.name());
		ScoreJson.of(score).entrySet().forEach(entry -> json.add(entry.getKey(), entry.getValue()));
		return json;
	}

	private static <T> JsonArray array(final List<T> values, final Function<T, JsonElement> toJson) {
		final JsonArray array = new JsonArray();
		values.stream().map(toJson).forEach(array::add);
		return array;
	}

	private static JsonObject texts(final String... keysAndValues) {
		final JsonObject json = new JsonObject();
		for (int i = 0; i < keysAndValues.length; i += 2)
			json.addProperty(keysAndValues[i], keysAndValues[i + 1]);
		return json;
	}
}
