package org.drsformer.metric.luma;

import org.drsformer.DrsformerException;

/** Luma rounded to integers, like MATLAB's {@code rgb2ycbcr} for integer images; gray stays as it is. */
public final class RoundedLuma implements LumaSignal {

	@Override
	public void scaleGray(final double[] values, final Scale scale) {
		depthScale(scale);
	}

	@Override
	public void replaceByLuma(final double[] r, final double[] g, final double[] b, final Scale scale) {
		final int depthScale = depthScale(scale);
		for (int x = 0; x < r.length; x++)
			r[x] = Luma.rounded(r[x], g[x], b[x], depthScale);
	}

	@Override
	public double range(final Scale scale) {
		return scale.dataRange();
	}

	private static int depthScale(final Scale scale) {
		if (scale.typeRange() != 255 && scale.typeRange() != 65535)
			throw new DrsformerException("Luma is rounded only for 8-bit and 16-bit images, both of the same type;" +
				" convert both, or use the protocol did-ddn.");
		return (int) scale.typeRange() / 255;
	}
}
