package org.drsformer.engine;

import org.drsformer.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Is asked before the native library of PyTorch is downloaded, and told how far that is. */
public interface DownloadListener {

	/** Downloads without asking, and says so in the log: for machines on which nobody is there to be asked. */
	DownloadListener LOGGING = new DownloadListener() {

		private final Logger log = LoggerFactory.getLogger(DownloadListener.class);

		@Override
		public boolean mayDownload(final String what) {
			// a warning, for others are not shown on the command line
			log.warn("{}", what);
			return true;
		}

		@Override
		public Progress progress() {
			return new CoarseProgress(tenth -> log.warn("{} % of the native library of PyTorch are here", 10 * tenth));
		}
	};

	/**
	 * @param what a sentence that says what will be downloaded, from where, to where and how large it is
	 * @return whether to do so
	 */
	boolean mayDownload(String what);

	/** Where to tell how far it is, and to learn that it is to stop: what has come is kept then. */
	Progress progress();
}
