package org.drsformer.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import org.drsformer.checkpoint.source.Refusal;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;

/**
 * Reads the header of a safetensors file: an object with a {@code dtype}, {@code shape} and {@code data_offsets} for
 * each tensor, and perhaps texts under {@code __metadata__}. Nothing else may be in it, and no name may occur twice.
 */
final class SafetensorsHeader {

	private static final String METADATA = "__metadata__";
	private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
	private static final int MOST_AXES = 64;

	private final JsonReader json;
	private final Map<String, SafetensorsEntry> entries = new LinkedHashMap<>();

	private SafetensorsHeader(final String text) {
		json = new JsonReader(new StringReader(text));
	}

	/** Returns the tensors by name, in the order of the file. */
	static Map<String, SafetensorsEntry> parse(final ByteBuffer bytes) {
		try {
			final SafetensorsHeader header = new SafetensorsHeader(
				StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
			header.read();
			return header.entries;
		}
		catch (final MalformedJsonException | EOFException | CharacterCodingException | IllegalStateException failure) {
			throw malformed();
		}
		catch (final IOException impossible) {
			throw new IllegalStateException("A text in memory can always be read", impossible);
		}
	}

	private void read() throws IOException {
		final Set<String> names = new HashSet<>();
		json.beginObject();
		while (json.hasNext()) {
			final String name = json.nextName();
			if (!names.add(name))
				throw Refusal.damaged("it has two tensors with the name " + Refusal.quote(name));
			if (name.equals(METADATA))
				metadata();
			else
				entries.put(name, entry().checked(name));
		}
		json.endObject();
		require(json.peek() == JsonToken.END_DOCUMENT);
	}

	/** Skips the metadata, which may hold only texts by name. */
	private void metadata() throws IOException {
		final Set<String> names = new HashSet<>();
		json.beginObject();
		while (json.hasNext()) {
			require(names.add(json.nextName()));
			text();
		}
		json.endObject();
	}

	private SafetensorsEntry entry() throws IOException {
		String dtype = null;
		long[] shape = null;
		long[] offsets = null;
		json.beginObject();
		while (json.hasNext())
			switch (json.nextName()) {
				case "dtype" -> dtype = once(dtype, text());
				case "shape" -> shape = once(shape, numbers());
				case "data_offsets" -> offsets = once(offsets, numbers());
				default -> throw malformed();
			}
		json.endObject();
		require(dtype != null && shape != null && offsets != null && offsets.length == 2);
		return new SafetensorsEntry(dtype, shape, offsets[0], offsets[1]);
	}

	private static <T> T once(final T before, final T value) {
		require(before == null);
		return value;
	}

	private String text() throws IOException {
		require(json.peek() == JsonToken.STRING);
		return json.nextString();
	}

	private long[] numbers() throws IOException {
		final LongStream.Builder numbers = LongStream.builder();
		int count = 0;
		json.beginArray();
		for (; json.hasNext(); count++) {
			require(json.peek() == JsonToken.NUMBER && count < MOST_AXES);
			final String number = json.nextString();
			require(NUMBER.matcher(number).matches());
			numbers.add(Long.parseLong(number));
		}
		json.endArray();
		return numbers.build().toArray();
	}

	private static void require(final boolean condition) {
		if (!condition)
			throw malformed();
	}

	private static Refusal malformed() {
		return Refusal.damaged("its header is not that of a safetensors file");
	}
}
