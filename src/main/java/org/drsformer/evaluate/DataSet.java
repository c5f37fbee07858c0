package org.drsformer.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.drsformer.metric.Protocol;

/** Test sets of deraining, each with the table of its published numbers and their protocol. */
public enum DataSet {

	RAIN200L("Rain200L", 200, Protocol.rain200Spa()), //
	RAIN200H("Rain200H", 200, Protocol.rain200Spa()), //
	DID("DID-Data", 1200, Protocol.didDdn()), //
	DDN("DDN-Data", 1400, Protocol.didDdn()), //
	SPA("SPA-Data", 1000, Protocol.rain200Spa()), //
	RAIN100L("Rain100L", 100, PublishedTable.RESTORMER), //
	RAIN100H("Rain100H", 100, PublishedTable.RESTORMER), //
	TEST100("Test100", 100, PublishedTable.RESTORMER), //
	TEST1200("Test1200", 1200, PublishedTable.RESTORMER), //
	TEST2800("Test2800", 2800, PublishedTable.RESTORMER);

	private final String title;
	private final int pairs;
	private final PublishedTable table;
	private final Protocol protocol;

	DataSet(final String title, final int pairs, final PublishedTable table) {
		this(title, pairs, table, Protocol.rain200Spa());
	}

	DataSet(final String title, final int pairs, final Protocol protocol) {
		this(title, pairs, PublishedTable.DRSFORMER, protocol);
	}

	DataSet(final String title, final int pairs, final PublishedTable table, final Protocol protocol) {
		this.title = title;
		this.pairs = pairs;
		this.table = table;
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

	/** Returns the table of its published numbers. */
	public PublishedTable table() {
		return table;
	}

	/** Returns the protocol of its published numbers. */
	public Protocol protocol() {
		return protocol;
	}
}
