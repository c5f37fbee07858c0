package org.drsformer.batch.manifest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.drsformer.batch.settings.Shard;

/** The record of the results in the output folder of a run, which no other run uses while it is open. */
public interface RunRecord extends AutoCloseable {

	/** Is implemented by the provider of a file system that has no locks. */
	interface Keeper {

		/** Does the same as {@link RunRecord#of} for a folder of this provider. */
		RunRecord open(Path folder, Shard shard);
	}

	/**
	 * Opens the record of a folder, which must exist.
	 *
	 * @param shard the part of the files that the run processes
	 * @throws org.drsformer.DrsformerException if another run is processing any of these files, or the record cannot be
	 *         written
	 */
	static RunRecord of(final Path folder, final Shard shard) {
		return folder.getFileSystem().provider() instanceof final Keeper keeper ? keeper.open(folder, shard)
			: Manifest.open(folder, shard);
	}

	/** Returns the last entry of each result in the folder by the name of the result. */
	Map<String, ManifestEntry> entries();

	/**
	 * Adds entries. May be called by several threads.
	 *
	 * @throws org.drsformer.DrsformerException if they cannot be written
	 */
	void append(List<ManifestEntry> entries);

	/** Gives the folder back for other runs. */
	@Override
	void close();
}
