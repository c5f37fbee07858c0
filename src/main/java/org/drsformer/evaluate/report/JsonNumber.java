package org.drsformer.evaluate.report;

import java.io.IOException;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;

/**
 * Writes numbers with all digits. JSON has no infinity: it becomes the string {@code "Infinity"}. What is not a number,
 * such as the mean of nothing, becomes null.
 */
final class JsonNumber extends TypeAdapter<Double> {

	@Override
	public void write(final JsonWriter out, final Double value) throws IOException {
		if (value.isNaN())
			out.jsonValue("null");
		else if (value.isInfinite())
			out.value(value.toString());
		else
			out.value(value);
	}

	@Override
	public Double read(final JsonReader in) {
		throw new UnsupportedOperationException("reports are only written");
	}
}
