package org.drsformer.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.drsformer.checkpoint.source.Extent;
import org.drsformer.checkpoint.source.Refusal;
import org.drsformer.checkpoint.source.Source;

/**
 * Reads the safetensors form: the length of a header (8 bytes), the header in JSON, and the numbers of the tensors one
 * after the other without gaps. As strict as the reference implementation.
 *
 * @see <a href="https://github.com/huggingface/safetensors#format">the format</a>
 */
final class SafetensorsForm {

	private SafetensorsForm() {}

	/** Returns whether a file that starts so can only be of this form, which has no magic number. */
	static boolean fits(final ByteBuffer start) {
		return start.remaining() > Long.BYTES && start.get(Long.BYTES) == '{' && start.getLong(0) >>> Integer.SIZE == 0;
	}

	static TorchFile read(final Source source) throws IOException {
		final long length = source.bytes(0, Long.BYTES).getLong();
		final Map<String, SafetensorsEntry> entries = SafetensorsHeader.parse(source.bytes(Long.BYTES, length));
		final long start = Long.BYTES + length;
		checkLayout(entries, source.length() - start);
		final Map<String, Object> tensors = new LinkedHashMap<>();
		final Map<String, Extent> extents = new HashMap<>();
		entries.forEach((name, entry) -> {
			if (entry.isWeight())
				tensors.put(name, entry.tensor(name));
			extents.put(name, new Extent(start + entry.begin(), entry.end() - entry.begin(), OptionalLong.empty()));
		});
		return new TorchFile(tensors, extents, ByteOrder.LITTLE_ENDIAN);
	}

	/** Checks that every byte after the header belongs to exactly one tensor. */
	private static void checkLayout(final Map<String, SafetensorsEntry> entries, final long length) {
		final List<SafetensorsEntry> sorted = entries.values()
			.stream()
			.sorted(Comparator.comparingLong(SafetensorsEntry::begin).thenComparingLong(SafetensorsEntry::end))
			.toList();
		long end = 0;
		for (final SafetensorsEntry entry : sorted) {
			if (entry.begin() != end)
				throw Refusal.damaged("its tensors do not lie one after the other");
			end = entry.end();
		}
		if (end != length)
			throw Refusal.damaged("its tensors take " + end + " bytes, but it holds " + length);
	}
}
