package org.drsformer.network.configuration;

import org.drsformer.EnumLabels;

/** The paper that a network is built by. The two differ in their transformer blocks, and in what is at both ends. */
public enum Architecture {

	/** Chen, Li, Li, Pan: <i>Learning A Sparse Transformer Network for Effective Image Deraining</i>, CVPR 2023. */
	DRSFORMER("DRSformer", "ffn.dwconv3x3.weight"),
	/**
	 * Zamir, Arora, Khan, Hayat, Khan, Yang: <i>Restormer: Efficient Transformer for High-Resolution Image
	 * Restoration</i>, CVPR 2022.
	 */
	RESTORMER("Restormer", "ffn.dwconv.weight");

	private final String title;
	private final String mark;

	Architecture(final String title, final String mark) {
		this.title = title;
		this.mark = mark;
	}

	/** Returns its name as in its paper. */
	public String title() {
		return title;
	}

	/** Returns the end of the names of tensors that each of its blocks has, and no block of another architecture. */
	String mark() {
		return mark;
	}

	/** Returns its label: {@code drsformer} or {@code restormer}. */
	public String label() {
		return EnumLabels.of(this);
	}
}
