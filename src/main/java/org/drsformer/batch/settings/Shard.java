package org.drsformer.batch.settings;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

import org.drsformer.DrsformerException;

/**
 * A part of the files, for several computers that share the work. Which part a file is in depends on its name alone:
 * files that come or go move no others.
 *
 * @param index from 1
 * @param count how many parts there are
 */
public record Shard(int index, int count) {

	/** All files. */
	public static final Shard WHOLE = new Shard(1, 1);

	private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,6})\\s*/\\s*(\\d{1,6})\\s*");

	/** @throws DrsformerException if there is no such part */
	public Shard {
		if (index < 1 || index > count)
			throw refused(index + "/" + count);
	}

	/**
	 * @param text such as {@code 3/8}: the third of eight parts
	 * @throws DrsformerException for anything else
	 */
	public static Shard parse(final String text) {
		final Matcher matcher = TEXT.matcher(text);
		if (!matcher.matches())
			throw refused(text);
		return new Shard(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
	}

	private static DrsformerException refused(final String text) {
		return new DrsformerException("There is no part " + text +
			" of the files; write for example 3/8 for the third of" + " eight, from 1/8 to 8/8.");
	}

	/** @param name of a result below the output folder, with slashes */
	public boolean holds(final String name) {
		final CRC32 sum = new CRC32();
		sum.update(name.getBytes(StandardCharsets.UTF_8));
		return sum.getValue() % count == index - 1;
	}

	/** Whether some files may be in both parts. */
	public boolean isInTheWayOf(final Shard other) {
		return count != other.count || index == other.index;
	}

	@Override
	public String toString() {
		return index + "/" + count;
	}
}
