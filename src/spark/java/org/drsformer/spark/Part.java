package org.drsformer.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of one task.
 *
 * @param hosts the computers that have most of them on their disks; may be empty
 */
record Part(ArrayList<RemoteFile> files, ArrayList<String> hosts) implements Serializable {

	static Part of(final List<RemoteFile> files, final List<String> hosts) {
		return new Part(new ArrayList<>(files), new ArrayList<>(hosts));
	}
}
