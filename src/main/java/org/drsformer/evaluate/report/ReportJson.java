package org.drsformer.evaluate.report;

import java.util.List;

import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.Method;
import org.drsformer.evaluate.Unscored;
import org.drsformer.metric.Protocol;

/** A report with the names and the order that it has in JSON. */
record ReportJson(String version, String targets, List<ProtocolEntry> protocols, List<MethodEntry> methods, int scored,
	int notScored, List<SummaryJson> summaries, List<ScoreJson> scores, List<Problem> problems) {

	record ProtocolEntry(String name, String description) {

		static ProtocolEntry of(final Protocol protocol) {
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
		return new ReportJson(report.version(), report.targets().toString(),
			report.protocols().stream().map(ProtocolEntry::of).toList(),
			report.methods().stream().map(MethodEntry::of).toList(), report.scores().size(), report.unscored().size(),
			report.summaries().stream().map(SummaryJson::of).toList(),
			report.scores().stream().map(ScoreJson::ofPair).toList(),
			report.unscored().stream().map(Problem::of).toList());
	}
}
