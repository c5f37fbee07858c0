package org.drsformer.engine;

import org.drsformer.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether the native library of PyTorch is downloaded, and follows the download. */
public interface DownloadListener {

	/** Downloads without a question, and reports it in the log: for machines on which nobody can answer. */
	DownloadListener LOGGING = new DownloadListener() {

		private final Logger log = LoggerFactory.getLogger(DownloadListener.class);

		@Override
		public boolean mayDownload(final String what) {
			// a warning, since the command line shows nothing below it
			log.warn("{}", what);
			return true;
		}

		@Override
		public Progress progress() {
			return new CoarseProgress(tenth -> log.warn("{} % of the native library of PyTorch are here", 10 * tenth));
		}
	};

	/**
	 * Returns whether the download may start.
	 *
	 * @param what a sentence that says what will be downloaded, from where, to where and how large it is
	 */
	boolean mayDownload(String what);

	/** Returns what follows the download, and can cancel it. The part that has come is kept then. */
	Progress progress();
}
