package org.drsformer.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.drsformer.checkpoint.pickle.PickleReader;
import org.drsformer.checkpoint.source.Checksum;
import org.drsformer.checkpoint.source.Extent;
import org.drsformer.checkpoint.source.Refusal;
import org.drsformer.checkpoint.source.Source;

/**
 * Reads the form of PyTorch since 1.6: a zip archive with one folder of any name, which holds {@code data.pkl} with the
 * object, {@code data/KEY} with each storage, and {@code byteorder} if the version of PyTorch writes one.
 */
final class ZipForm {

	private static final String PICKLE = "data.pkl";
	/** Entries that only TorchScript writes. */
	private static final String CONSTANTS = "constants.pkl";
	private static final String CODE = "code/";

	private ZipForm() {}

	/** @param entries the entries of the archive, by name */
	static TorchFile read(final Map<String, Extent> entries, final Source source) throws IOException {
		final String folder = folder(entries);
		if (entries.keySet()
			.stream()
			.anyMatch(name -> name.equals(folder + CONSTANTS) || name.startsWith(folder + CODE)))
			throw Refusal.program("it is a TorchScript program instead of weights, and nothing in a checkpoint is run",
				"torch.jit.load(FILE)");
		final ByteOrder order = byteOrder(entries.get(folder + "byteorder"), source);
		final Object content = new PickleReader(content(entries.get(folder + PICKLE), source)).read();
		return new TorchFile(content, storages(entries, folder + "data/"), order);
	}

	private static String folder(final Map<String, Extent> entries) {
		for (final String name : entries.keySet())
			if (name.endsWith("/" + PICKLE))
				return name.substring(0, name.length() - PICKLE.length());
		throw Refusal.foreign("it is an archive without data.pkl, so it is not a file of PyTorch");
	}

	private static ByteOrder byteOrder(final Extent entry, final Source source) throws IOException {
		final String order = entry == null ? "little"
			: StandardCharsets.US_ASCII.decode(content(entry, source)).toString();
		return switch (order.strip()) {
			case "little" -> ByteOrder.LITTLE_ENDIAN;
			case "big" -> ByteOrder.BIG_ENDIAN;
			default -> throw Refusal.damaged("its numbers have the unknown byte order " + Refusal.quote(order));
		};
	}

	/** Returns the bytes of an entry, which must fit their checksum. */
	private static ByteBuffer content(final Extent entry, final Source source) throws IOException {
		final ByteBuffer content = source.bytes(entry.position(), entry.length());
		final Checksum checksum = new Checksum();
		checksum.add(content.duplicate());
		checksum.check(entry);
		return content;
	}

	private static Map<String, Extent> storages(final Map<String, Extent> entries, final String folder) {
		final Map<String, Extent> storages = new HashMap<>();
		entries.forEach((name, entry) -> {
			if (name.startsWith(folder))
				storages.put(name.substring(folder.length()), entry);
		});
		return storages;
	}
}
