package org.drsformer.batch;

import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.batch.settings.NameFilter;
import org.drsformer.batch.settings.Shard;
import org.drsformer.image.file.content.PixelLimit;
import org.drsformer.image.file.content.ReadTime;

/** Returns settings that differ from others in one value. */
public final class ChangedSettings {

	private ChangedSettings() {
		// static functions only
	}

	static BatchSettings withNames(final BatchSettings s, final NameFilter names) {
		return new BatchSettings(s.inputs(), s.output(), s.recursive(), names, s.outputs(), s.overwrite(), s.shard(),
			s.failFast(), s.limit(), s.time());
	}

	public static BatchSettings withShard(final BatchSettings s, final Shard shard) {
		return new BatchSettings(s.inputs(), s.output(), s.recursive(), s.names(), s.outputs(), s.overwrite(), shard,
			s.failFast(), s.limit(), s.time());
	}

	static BatchSettings withFailFast(final BatchSettings s) {
		return new BatchSettings(s.inputs(), s.output(), s.recursive(), s.names(), s.outputs(), s.overwrite(),
			s.shard(), true, s.limit(), s.time());
	}

	static BatchSettings withLimit(final BatchSettings s, final PixelLimit limit) {
		return new BatchSettings(s.inputs(), s.output(), s.recursive(), s.names(), s.outputs(), s.overwrite(),
			s.shard(), s.failFast(), limit, s.time());
	}

	public static BatchSettings withTime(final BatchSettings s, final ReadTime time) {
		return new BatchSettings(s.inputs(), s.output(), s.recursive(), s.names(), s.outputs(), s.overwrite(),
			s.shard(), s.failFast(), s.limit(), time);
	}
}
