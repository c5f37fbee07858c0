package org.drsformer.metric.noreference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The regression of BRISQUE's release, trained by its authors on the LIVE database: support vectors with a Gaussian
 * kernel, from text files of libsvm.
 *
 * @param least the value of each feature that is scaled to -1
 * @param greatest the value of each feature that is scaled to 1
 * @param coefficients for each support vector
 * @param vectors of scaled features
 * @param gamma of the kernel
 * @param rho is subtracted from the sum
 */
record SupportVectors(double[] least, double[] greatest, double[] coefficients, double[][] vectors, double gamma,
	double rho) {

	static final SupportVectors RELEASED = read();

	private static final int FEATURES = 36;

	private static SupportVectors read() {
		final List<String[]> range = lines("brisque-range.txt").stream().skip(2).map(line -> line.split(" ")).toList();
		final List<String> model = lines("brisque-model.txt");
		final List<String[]> vectors = model.stream()
			.skip(model.indexOf("SV") + 1L)
			.map(line -> line.trim().split("[ :]"))
			.toList();
		return new SupportVectors(range.stream().mapToDouble(row -> number(row[1])).toArray(),
			range.stream().mapToDouble(row -> number(row[2])).toArray(),
			vectors.stream().mapToDouble(row -> number(row[0])).toArray(),
			vectors.stream().map(SupportVectors::vector).toArray(double[][]::new), header(model, "gamma"),
			header(model, "rho"));
	}

	private static List<String> lines(final String name) {
		try (BufferedReader file = new BufferedReader(
			new InputStreamReader(SupportVectors.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
			return file.lines().toList();
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static double number(final String text) {
		return Double.parseDouble(text);
	}

	private static double header(final List<String> model, final String name) {
		return model.stream()
			.filter(line -> line.startsWith(name + " "))
			.mapToDouble(line -> number(line.substring(name.length() + 1)))
			.findFirst()
			.orElseThrow();
	}

	/** Returns a vector; the file leaves out zeros. */
	private static double[] vector(final String[] row) {
		final double[] vector = new double[FEATURES];
		for (int i = 1; i < row.length; i += 2)
			vector[Integer.parseInt(row[i]) - 1] = number(row[i + 1]);
		return vector;
	}

	/** Returns the score of an image with these features. */
	double predict(final double[] features) {
		return predictScaled(scaled(features));
	}

	/** Returns the features on the scale of the vectors, about -1..1; not clipped. */
	double[] scaled(final double[] features) {
		final double[] scaled = new double[features.length];
		for (int i = 0; i < scaled.length; i++)
			scaled[i] = -1 + 2 * (features[i] - least[i]) / (greatest[i] - least[i]);
		return scaled;
	}

	/** Returns the score of an image with these scaled features. */
	double predictScaled(final double[] scaled) {
		double sum = -rho;
		for (int i = 0; i < vectors.length; i++)
			sum += coefficients[i] * Math.exp(-gamma * squaredDistance(scaled, vectors[i]));
		return sum;
	}

	private static double squaredDistance(final double[] a, final double[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++)
			sum += (a[i] - b[i]) * (a[i] - b[i]);
		return sum;
	}
}
