package org.drsformer.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * What both forms of a checkpoint come down to.
 *
 * @param content the object that was saved, its tensors as {@link StoredTensor}s
 * @param storages where the bytes of each storage lie, by its key; nothing overlaps
 */
record TorchFile(Object content, Map<String, Extent> storages) {

	private static final int PICKLE_START = 0x80;

	/** Tells the form by the first bytes and reads everything but the numbers of the tensors. */
	static TorchFile open(final Source source) throws IOException {
		if (source.length() == 0)
			throw Refusal.damaged("it is empty");
		final ByteBuffer start = source.bytes(0, Math.min(Integer.BYTES, source.length()));
		if ((start.get(0) & 0xff) == PICKLE_START)
			return LegacyForm.read(source);
		if (start.remaining() == Integer.BYTES && start.getInt(0) == ZipArchive.LOCAL_HEADER)
			return ZipForm.read(ZipArchive.of(source), source);
		throw Refusal.foreign("it is not a file of PyTorch");
	}
}
