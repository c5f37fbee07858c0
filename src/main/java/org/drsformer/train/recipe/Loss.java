package org.drsformer.train.recipe;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.EnumLabels;

/** What a training makes small: a measure of the difference d of result and target, a mean over all samples. */
public enum Loss {

	/** |d|, as both papers. */
	L1,
	/**
	 * sqrt(d^2 + 1e-6), which is smooth at 0: Zamir et al., <i>Multi-Stage Progressive Image Restoration</i>, CVPR
	 * 2021.
	 */
	CHARBONNIER,
	/**
	 * |d| + 0.1 |F(d)|, with the Fourier transform F of each channel, not normalised, and its real and imaginary parts
	 * by themselves: Cho et al., <i>Rethinking Coarse-to-Fine Approach in Single Image Deblurring</i>, ICCV 2021.
	 */
	L1_FFT;

	/** Returns the label as users write it: {@code l1}, {@code charbonnier} or {@code l1+fft}. */
	public String label() {
		return EnumLabels.of(this).replace('_', '+');
	}

	/** @throws DrsformerException if there is no such loss */
	public static Loss parse(final String text) {
		return Stream.of(values())
			.filter(loss -> loss.label().equalsIgnoreCase(text.strip()))
			.findFirst()
			.orElseThrow(() -> new DrsformerException("There is no loss \"" + text + "\"; choose one of " +
				Stream.of(values()).map(Loss::label).collect(Collectors.joining(", ")) + "."));
	}
}
