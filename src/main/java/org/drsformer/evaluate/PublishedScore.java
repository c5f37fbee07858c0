package org.drsformer.evaluate;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * A score in a table of a paper: the means of a method over the test images of a data set.
 *
 * @param method as the paper calls it
 * @param psnr in dB
 * @param ssim at most 1
 */
public record PublishedScore(String method, double psnr, double ssim) {

	/** Returns the scores of every method of the table, in its order. */
	public static List<PublishedScore> of(final DataSet dataSet) {
		// not CSV: update sites of Fiji bring other versions of that library
		try (Reader table = new InputStreamReader(PublishedScore.class.getResourceAsStream(dataSet.table().resource()),
			StandardCharsets.UTF_8)) {
			final JsonArray methods = JsonParser.parseReader(table).getAsJsonObject().getAsJsonArray("methods");
			return StreamSupport.stream(methods.spliterator(), false)
				.map(row -> of(row.getAsJsonObject(), dataSet.key()))
				.toList();
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static PublishedScore of(final JsonObject row, final String key) {
		final JsonArray numbers = row.getAsJsonArray(key);
		return new PublishedScore(row.get("method").getAsString(), numbers.get(0).getAsDouble(),
			numbers.get(1).getAsDouble());
	}
}
