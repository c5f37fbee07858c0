package org.drsformer.metric.noreference;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.google.gson.Gson;

/** The model of pristine photographs that comes with the release of NIQE: made from 125 images by its authors. */
final class NiqeModel {

	static final GaussianModel PRISTINE = read();

	/** The numbers with the names that they have in the file. */
	private record Parameters(double[] mu, double[][] cov) {}

	private NiqeModel() {
		// only a constant
	}

	private static GaussianModel read() {
		try (Reader file = new InputStreamReader(NiqeModel.class.getResourceAsStream("niqe.json"),
			StandardCharsets.UTF_8)) {
			final Parameters parameters = new Gson().fromJson(file, Parameters.class);
			return new GaussianModel(parameters.mu(), parameters.cov());
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}
}
