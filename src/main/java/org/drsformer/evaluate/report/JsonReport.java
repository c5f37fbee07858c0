package org.drsformer.evaluate.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.score.ImageScore;
import org.drsformer.evaluate.score.PairScore;
import org.drsformer.io.WholeFile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Writes a report as one JSON object: what was done, the summaries, every score, and what could not be scored. */
public final class JsonReport {

	private static final Gson ONE_LINE = new GsonBuilder().disableHtmlEscaping()
		.registerTypeAdapter(double.class, new JsonNumber())
		.registerTypeAdapter(Double.class, new JsonNumber())
		.create();

	private static final Gson INDENTED = ONE_LINE.newBuilder().setPrettyPrinting().create();

	private JsonReport() {
		// static functions only
	}

	/**
	 * Writes a report to a file.
	 *
	 * @throws org.drsformer.DrsformerException if the file cannot be written; then no part of it is left behind
	 */
	public static void write(final EvaluationReport report, final Path file) {
		final String text = INDENTED.toJson(ReportJson.of(report)) + "\n";
		WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Returns a score as one line, a JSON object with protocol, psnr, ssim, mse, rmse, mae, dataRange, planes and
	 * infinitePlanes.
	 */
	public static String line(final PairScore score) {
		return ONE_LINE.toJson(ScoreJson.of(score));
	}

	/** Returns a score without a target as one line, a JSON object with protocol, score, dataRange and planes. */
	public static String line(final ImageScore score) {
		return ONE_LINE.toJson(ImageScoreJson.of(score));
	}
}
