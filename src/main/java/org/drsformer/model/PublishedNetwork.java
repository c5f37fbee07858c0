package org.drsformer.model;

import java.util.List;

import org.drsformer.network.configuration.Architecture;
import org.drsformer.network.configuration.Configuration;
import org.drsformer.network.configuration.Configuration.LayerNormType;

/** The networks of the checkpoints that authors publish: two papers, of one size. */
public enum PublishedNetwork {

	/** DRSformer without the mixture of experts. */
	DRSFORMER(drsformer(false)),
	/** DRSformer with the mixture of experts. */
	DRSFORMER_MEFC(drsformer(true)),
	/** Restormer for rain and blur. */
	RESTORMER(restormer(3, 3, LayerNormType.WITH_BIAS)),
	/** Restormer for two views of a dual-pixel camera. */
	RESTORMER_DUAL_PIXEL(restormer(6, 3, LayerNormType.WITH_BIAS)),
	/** Restormer for noise in color images. */
	RESTORMER_BIAS_FREE(restormer(3, 3, LayerNormType.BIAS_FREE)),
	/** Restormer for noise in gray images. */
	RESTORMER_GRAY(restormer(1, 1, LayerNormType.BIAS_FREE));

	private final Configuration configuration;

	PublishedNetwork(final Configuration configuration) {
		this.configuration = configuration;
	}

	private static Configuration drsformer(final boolean mefc) {
		return new Configuration(3, 3, 48, List.of(4, 6, 6, 8), List.of(1, 2, 4, 8), 2.66, false,
			LayerNormType.WITH_BIAS, mefc);
	}

	private static Configuration restormer(final int in, final int out, final LayerNormType norm) {
		return new Configuration(Architecture.RESTORMER, in, out, 48, List.of(4, 6, 6, 8), List.of(1, 2, 4, 8), 2.66,
			false, norm, false, 4);
	}

	/** Returns its variant and its sizes. */
	public Configuration configuration() {
		return configuration;
	}
}
