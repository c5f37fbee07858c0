package org.drsformer.evaluate.score;

import java.util.List;

import org.drsformer.metric.Protocol;
import org.drsformer.metric.noreference.NoReference;

/**
 * One of the numbers that an image is given: PSNR and SSIM by a protocol, or a score without a target.
 *
 * @param protocol name of the protocol
 * @param title what papers call the number, such as {@code PSNR}
 * @param unit {@code dB}, or empty
 * @param decimals how many papers print
 * @param higherIsBetter whether the better of two images has the higher number
 */
public record Measure(String protocol, String title, String unit, int decimals, boolean higherIsBetter) {

	/** Returns PSNR by a protocol. */
	public static Measure psnr(final Protocol protocol) {
		return new Measure(protocol.name(), "PSNR", "dB", 2, true);
	}

	/** Returns SSIM by a protocol. */
	public static Measure ssim(final Protocol protocol) {
		return new Measure(protocol.name(), "SSIM", "", 4, true);
	}

	/** Returns PSNR and SSIM by a protocol. */
	public static List<Measure> of(final Protocol protocol) {
		return List.of(psnr(protocol), ssim(protocol));
	}

	/** Returns the score of a protocol without a target. */
	public static Measure of(final NoReference protocol) {
		return new Measure(protocol.name(), protocol.title(), "", 4, false);
	}
}
