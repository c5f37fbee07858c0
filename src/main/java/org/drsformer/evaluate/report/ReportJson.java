package org.drsformer.evaluate.report;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.Method;
import org.drsformer.evaluate.score.Unscored;
import org.drsformer.metric.Protocol;
import org.drsformer.metric.noreference.NoReference;

/**
 * A report with the names and the order that it has in JSON.
 *
 * @param noReferenceSummaries null if no protocol without a target is used, as the scores
 * @param dataSets the summaries of each folder below; null if there is only one
 * @param comparisons with the first method; null if there is only one
 */
record ReportJson(String version, String targets, List<ProtocolEntry> protocols, List<MethodEntry> methods, int scored,
	int notScored, List<SummaryJson> summaries, List<ScoreJson> scores,
	List<ImageScoreJson.Summary> noReferenceSummaries, List<ImageScoreJson> noReferenceScores,
	List<DataSetJson> dataSets, List<ComparisonJson> comparisons, List<Problem> problems) {

	record ProtocolEntry(String name, String description) {

		static ProtocolEntry of(final Protocol protocol) {
			return new ProtocolEntry(protocol.name(), protocol.description());
		}

		static ProtocolEntry of(final NoReference protocol) {
			return new ProtocolEntry(protocol.name(), protocol.description());
		}
	}

	record MethodEntry(String name, String folder) {

		static MethodEntry of(final Method method) {
			return new MethodEntry(method.name(), method.folder().toString());
		}
	}

	record Problem(String method, String name, String protocol, String problem) {

		static Problem of(final Unscored unscored) {
			return new Problem(unscored.method(), unscored.name(), unscored.protocol(), unscored.sentence());
		}
	}

	static ReportJson of(final EvaluationReport report) {
		final boolean single = !report.protocols().single().isEmpty();
		return new ReportJson(report.version(), report.targets().map(Path::toString).orElse(null),
			Stream
				.concat(report.protocols().paired().stream().map(ProtocolEntry::of),
					report.protocols().single().stream().map(ProtocolEntry::of))
				.toList(),
			report.methods().stream().map(MethodEntry::of).toList(), report.scores().size(), report.unscored().size(),
			report.summaries().stream().map(SummaryJson::of).toList(),
			report.scores().stream().map(ScoreJson::ofPair).toList(),
			single ? report.imageSummaries().stream().map(ImageScoreJson.Summary::of).toList() : null,
			single ? report.imageScores().stream().map(ImageScoreJson::ofResult).toList() : null,
			report.dataSets().isEmpty() ? null
				: report.dataSets().stream().map(name -> DataSetJson.of(name, report)).toList(),
			report.methods().size() < 2 ? null : report.comparisons().stream().map(ComparisonJson::of).toList(),
			report.unscored().stream().map(Problem::of).toList());
	}
}
