package org.drsformer.evaluate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.Method;
import org.drsformer.evaluate.Protocols;
import org.drsformer.evaluate.score.PairScore;
import org.drsformer.evaluate.score.Unscored;
import org.drsformer.metric.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests JSON byte for byte, because other programs read it. Code that built every object by hand wrote
 * {@code report.json}.
 */
class JsonReportTest {

	private static final PairScore USUAL = new PairScore("derained", "1", "rain200-spa", 255, 41.98765432109876,
		0.987654321, 4.1170000000000001, 1.25, 1, 0);
	private static final PairScore IDENTICAL = new PairScore("derained", "2 \"<é雨>\" & '\\ \u2028", "rain200-spa",
		65535, Double.POSITIVE_INFINITY, 1, 0, 1e-300, 12, 12);
	private static final PairScore OTHER = new PairScore("other", "1", "rain200-spa", 1, -3, -0.5, 1e20, 0.1, 2, 1);

	private static EvaluationReport report() {
		return new EvaluationReport("1.2.3", Optional.of(Path.of("clean")),
			List.of(new Method("derained", Path.of("derained")), new Method("other", Path.of("other"))),
			Protocols.of(Protocol.rain200Spa(), Protocol.didDdn()), List.of(USUAL, IDENTICAL, OTHER), List.of(),
			List.of(new Unscored("", "", "3", "The target 3.png has no result."),
				new Unscored("other", "did-ddn", "1", "The image is <b>damaged</b>.")),
			List.of(), List.of());
	}

	@Test
	void report(@TempDir final Path folder) throws IOException {
		JsonReport.write(report(), folder.resolve("report.json"));
		assertEquals(resource("report.json"), Files.readString(folder.resolve("report.json")));
	}

	@Test
	void emptyReport(@TempDir final Path folder) throws IOException {
		JsonReport.write(new EvaluationReport("1.2.3", Optional.of(Path.of("clean")), List.of(), Protocols.of(),
			List.of(), List.of(), List.of(), List.of(), List.of()), folder.resolve("report.json"));
		assertEquals("""
			{
			  "version": "1.2.3",
			  "targets": "clean",
			  "protocols": [],
			  "methods": [],
			  "scored": 0,
			  "notScored": 0,
			  "summaries": [],
			  "scores": [],
			  "problems": []
			}
			""", Files.readString(folder.resolve("report.json")));
	}

	@Test
	void score() {
		assertEquals(
			"{\"protocol\":\"rain200-spa\",\"psnr\":41.98765432109876,\"ssim\":0.987654321,\"mse\":4.117," +
				"\"rmse\":2.029039181484675,\"mae\":1.25,\"dataRange\":255.0,\"planes\":1,\"infinitePlanes\":0}",
			JsonReport.line(USUAL));
		assertEquals(
			"{\"protocol\":\"a <b>\",\"psnr\":\"Infinity\",\"ssim\":null,\"mse\":0.0,\"rmse\":0.0," +
				"\"mae\":0.0,\"dataRange\":1.0,\"planes\":1,\"infinitePlanes\":1}",
			JsonReport.line(new PairScore("", "", "a <b>", 1, Double.POSITIVE_INFINITY, Double.NaN, 0, 0, 1, 1)));
	}

	private static String resource(final String name) throws IOException {
		return new String(JsonReportTest.class.getResourceAsStream(name).readAllBytes(), StandardCharsets.UTF_8)
			.replace("\r\n", "\n");
	}
}
