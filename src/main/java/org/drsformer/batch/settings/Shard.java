package org.drsformer.batch.settings;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

import org.drsformer.DrsformerException;

/**
 * A part of the files, for several computers that share the work. The shard of a file depends on its name only: when
 * files are added or removed, the others stay in their shards.
 *
 * @param index the number of the shard, from 1
 * @param count the number of shards
 */
public record Shard(int index, int count) {

	/** All files. */
	public static final Shard WHOLE = new Shard(1, 1);

	private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,6})\\s*/\\s*(\\d{1,6})\\s*");

	/** @throws DrsformerException if the index is not in 1..count */
	public Shard {
		if (index < 1 || index > count)
			throw refused(index + "/" + count);
	}

	/**
	 * Returns the shard that a text means.
	 *
	 * @param text such as {@code 3/8}, the third of eight shards
	 * @throws DrsformerException for anything else
	 */
	public static Shard parse(final String text) {
		final Matcher matcher = TEXT.matcher(text);
		if (!matcher.matches())
			throw refused(text);
		return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
	}

	private static DrsformerException refused(final String text) {
		return new DrsformerException("The part " + text + " of the files is invalid; write for example 3/8 for" +
			" the third of eight parts, from 1/8 to 8/8.");
	}

	/**
	 * Returns whether a job belongs to this shard.
	 *
	 * @param name the path of the result below the output folder, with slashes
	 */
	public boolean holds(final String name) {
		final CRC32 sum = new CRC32();
		sum.update(name.getBytes(StandardCharsets.UTF_8));
		return sum.getValue() % count == index - 1;
	}

	/** Returns whether a file may belong to both shards. */
	public boolean isInTheWayOf(final Shard other) {
		return count != other.count || index == other.index;
	}

	@Override
	public String toString() {
		return index + "/" + count;
	}
}
