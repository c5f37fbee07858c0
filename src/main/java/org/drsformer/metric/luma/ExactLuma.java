package org.drsformer.metric.luma;

/** Luma in 0..1 that is not rounded, like MATLAB's {@code rgb2ycbcr(im2double(image))}; gray is scaled to 0..1. */
public final class ExactLuma implements LumaSignal {

	@Override
	public void scaleGray(final double[] values, final Scale scale) {
		for (int x = 0; x < values.length; x++)
			values[x] /= scale.dataRange();
	}

	@Override
	public void replaceByLuma(final double[] r, final double[] g, final double[] b, final Scale scale) {
		final double range = scale.dataRange();
		for (int x = 0; x < r.length; x++)
			r[x] = Luma.exact(r[x], g[x], b[x], range);
	}

	@Override
	public double range(final Scale scale) {
		return 1;
	}
}
