package org.drsformer.metric.luma;

import org.drsformer.metric.plane.Plane;

/**
 * Luma as BasicSR's {@code to_y_channel} computes it: not rounded to integers, but to single precision at each step.
 * Its PSNR treats a result without values above 1 as an image in 0..1, whatever its type.
 */
public final class BasicSrLuma implements LumaSignal {

	@Override
	public void scaleGray(final double[] values, final Scale scale) {
		for (int x = 0; x < values.length; x++)
			values[x] = unit(values[x]) * 255f;
	}

	@Override
	public void replaceByLuma(final double[] r, final double[] g, final double[] b, final Scale scale) {
		for (int x = 0; x < r.length; x++)
			r[x] = (float) Luma.exact(unit(r[x]), unit(g[x]), unit(b[x]), 1) * 255f;
	}

	private static float unit(final double value) {
		return (float) value / 255f;
	}

	@Override
	public double range(final Scale scale) {
		return 255;
	}

	@Override
	public double peak(final Plane[] result, final Scale scale) {
		return isAtMostOne(result[0].values()) ? 1 : 255;
	}

	private static boolean isAtMostOne(final double[] values) {
		for (final double value : values)
			if (value > 1)
				return false;
		return true;
	}
}
