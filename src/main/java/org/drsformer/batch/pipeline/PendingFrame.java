package org.drsformer.batch.pipeline;

import java.util.concurrent.Future;

/**
 * A frame that has been read and is not written yet.
 *
 * @param frame the frame, or the failure to read a file (further)
 * @param clean the frame without rain, which another thread is deraining; null if that has not begun
 */
record PendingFrame(QueuedFrame frame, Future<CleanFrame> clean) {

	/** Returns whether another thread derains it. */
	boolean isBegun() {
		return clean != null;
	}
}
