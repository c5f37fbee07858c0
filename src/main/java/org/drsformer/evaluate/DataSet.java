package org.drsformer.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.drsformer.metric.Protocol;

/** The data sets of the DRSformer paper, each with the protocol of its published numbers. */
public enum DataSet {

	RAIN200L("Rain200L", 200, Protocol.rain200Spa()), //
	RAIN200H("Rain200H", 200, Protocol.rain200Spa()), //
	DID("DID-Data", 1200, Protocol.didDdn()), //
	DDN("DDN-Data", 1400, Protocol.didDdn()), //
	SPA("SPA-Data", 1000, Protocol.rain200Spa());

	private final String title;
	private final int pairs;
	private final Protocol protocol;

	DataSet(final String title, final int pairs, final Protocol protocol) {
		this.title = title;
		this.pairs = pairs;
		this.protocol = protocol;
	}

	/**
	 * Returns the data set with a name.
	 *
	 * @throws DrsformerException if there is none; the message lists all names
	 */
	public static DataSet byName(final String name) {
		return Arrays.stream(values())
			.filter(dataSet -> dataSet.key().equals(name))
			.findAny()
			.orElseThrow(() -> new DrsformerException("There are no published results for " + name + "; use one of " +
				Arrays.stream(values()).map(DataSet::key).collect(Collectors.joining(", ")) + "."));
	}

	/** Returns what users call it, such as {@code rain200l}. */
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** Returns what papers call it. */
	public String title() {
		return title;
	}

	/** Returns how many images its test set has; published numbers are means over all of them. */
	public int pairs() {
		return pairs;
	}

	/** Returns the protocol of its published numbers. */
	public Protocol protocol() {
		return protocol;
	}
}
