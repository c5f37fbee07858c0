package org.drsformer.metric.noreference;

import java.util.List;

/**
 * The score of an image without a target.
 *
 * @param protocol name of the metric, such as {@code niqe}
 * @param dataRange the sample value that was scaled to 255: 255 for 8 bit, 65535 for 16 bit
 * @param planes the score of each plane, at least one
 */
public record NoReferenceScore(String protocol, double dataRange, List<Double> planes) {

	/** Returns the score, of a stack the mean of its planes. */
	public double value() {
		return planes.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
	}
}
