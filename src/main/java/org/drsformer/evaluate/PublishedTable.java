package org.drsformer.evaluate;

/** A table of a paper with the results of several methods. */
public enum PublishedTable {

	/** Chen, Li, Li, Pan, CVPR 2023: 14 methods, each trained on the data set that it is tested on. */
	DRSFORMER("DRSformer, CVPR 2023, Table 1", "drsformer-table-1.json"),

	/** Zamir et al., CVPR 2022: 10 methods, trained on the images of several data sets together. */
	RESTORMER("Restormer, CVPR 2022, Table 1", "restormer-table-1.json");

	private final String title;
	private final String resource;

	PublishedTable(final String title, final String resource) {
		this.title = title;
		this.resource = resource;
	}

	/** Returns the paper and the number of the table. */
	public String title() {
		return title;
	}

	/** Returns the name of the file with its numbers. */
	String resource() {
		return resource;
	}
}
