package org.drsformer.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.drsformer.checkpoint.pickle.StoredTensor;
import org.drsformer.checkpoint.source.Extent;
import org.drsformer.checkpoint.source.Refusal;
import org.drsformer.checkpoint.source.Source;
import org.drsformer.checkpoint.zip.ZipArchive;

/**
 * What all forms of a checkpoint have in common.
 *
 * @param content the object that was saved, with its tensors as {@link StoredTensor}s
 * @param storages the place of the bytes of each storage, by its key; the places do not overlap
 * @param order the order of the bytes of each number
 */
record TorchFile(Object content, Map<String, Extent> storages, ByteOrder order) {

	private static final int PICKLE_START = 0x80;
	private static final int START = 16;

	/** Reads everything but the numbers of the tensors. The first bytes tell the form. */
	static TorchFile open(final Source source) throws IOException {
		if (source.length() == 0)
			throw Refusal.damaged("it is empty");
		final ByteBuffer start = source.bytes(0, Math.min(START, source.length()));
		if (SafetensorsForm.fits(start))
			return SafetensorsForm.read(source);
		if ((start.get(0) & 0xff) == PICKLE_START)
			return LegacyForm.read(source);
		if (start.remaining() >= Integer.BYTES && start.getInt(0) == ZipArchive.LOCAL_HEADER)
			return ZipForm.read(ZipArchive.of(source), source);
		throw foreign(StandardCharsets.ISO_8859_1.decode(start).toString().stripLeading());
	}

	/** Returns the refusal of another file. Names what a failed download often leaves instead of the file. */
	private static Refusal foreign(final String start) {
		if (start.startsWith("<"))
			return Refusal.damaged("it is a web page");
		if (start.startsWith("version https:"))
			return Refusal.damaged("it is only the pointer that Git LFS keeps in place of the file");
		return Refusal.foreign("it is not a file of PyTorch or safetensors");
	}
}
