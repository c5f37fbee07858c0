package org.drsformer.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.drsformer.metric.Protocol;

/** The data sets of the DRSformer paper, each with the protocol under which its numbers are published. */
public enum DataSet {

	RAIN200L("Rain200L", Protocol.rain200Spa()), //
	RAIN200H("Rain200H", Protocol.rain200Spa()), //
	DID("DID-Data", Protocol.didDdn()), //
	DDN("DDN-Data", Protocol.didDdn()), //
	SPA("SPA-Data", Protocol.rain200Spa());

	private final String title;
	private final Protocol protocol;

	DataSet(final String title, final Protocol protocol) {
		this.title = title;
		this.protocol = protocol;
	}

	/** @throws DrsformerException if there is no such data set; the message lists those that there are */
	public static DataSet byName(final String name) {
		return Arrays.stream(values()).filter(dataSet -> dataSet.key().equals(name)).findAny().orElseThrow(
			() -> new DrsformerException("There are no published results for " + name + "; use one of " + Arrays.stream(values())
				.map(DataSet::key).collect(Collectors.joining(", ")) + "."));
	}

	/** What users call it, such as {@code rain200l}. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** What papers call it. */
	public String title() {
		return title;
	}

	/** The protocol of its published numbers. */
	public Protocol protocol() {
		return protocol;
	}
}
