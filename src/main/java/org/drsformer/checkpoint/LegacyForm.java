package org.drsformer.checkpoint;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.drsformer.checkpoint.pickle.PickleReader;
import org.drsformer.checkpoint.pickle.Storage;
import org.drsformer.checkpoint.source.Extent;
import org.drsformer.checkpoint.source.Refusal;
import org.drsformer.checkpoint.source.Source;

/**
 * Reads the form of PyTorch before 1.6: four pickles (a magic number, the protocol, facts about the machine, the
 * object), a pickled list of the storages' keys, and the storages one after the other, each after its number of
 * elements.
 */
final class LegacyForm {

	private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
	private static final long PROTOCOL = 1001;

	private final Source source;
	private final ByteBuffer pickles;

	private LegacyForm(final Source source) throws IOException {
		this.source = source;
		pickles = source.bytes(0, Math.min(source.length(), Source.LONGEST_PART));
	}

	static TorchFile read(final Source source) throws IOException {
		final LegacyForm form = new LegacyForm(source);
		form.checkHeader();
		final PickleReader object = new PickleReader(form.pickles);
		final Object content = object.read();
		return new TorchFile(content, form.storages(object.storages()), ByteOrder.LITTLE_ENDIAN);
	}

	private void checkHeader() {
		if (!MAGIC.equals(next()) || !(next() instanceof final Long protocol) || protocol != PROTOCOL)
			throw Refusal.foreign("it is a pickle, but not one of PyTorch");
		if (!(next() instanceof final Map<?, ?> machine) || !Boolean.TRUE.equals(machine.get("little_endian")))
			throw Refusal.foreign("it was written on a big-endian machine");
	}

	private Object next() {
		return new PickleReader(pickles).read();
	}

	private Map<String, Extent> storages(final Map<String, Storage> described) throws IOException {
		if (!(next() instanceof final List<?> keys))
			throw Refusal.malformed();
		final Map<String, Extent> extents = new HashMap<>();
		long position = pickles.position();
		for (final Object key : keys) {
			final Extent extent = storage(key instanceof String ? described.get(key) : null, position);
			if (extents.put((String) key, extent) != null)
				throw Refusal.malformed();
			position = extent.end();
		}
		return extents;
	}

	private Extent storage(final Storage storage, final long position) throws IOException {
		if (storage == null)
			throw Refusal.foreign("it holds numbers of a kind that is not supported, or that no tensor uses");
		if (source.bytes(position, Long.BYTES).getLong() != storage.elements())
			throw Refusal.damaged("its data are not as long as its tensors say");
		final long start = position + Long.BYTES;
		source.check(start, storage.bytes());
		return new Extent(start, storage.bytes(), OptionalLong.empty());
	}
}
