package org.drsformer.derain;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of a run over files.
 *
 * @param done the files that were written
 * @param failed what could not be derained, in the order of the run
 * @param seconds how long the run took
 * @param megapixels millions of pixels that were derained, over all frames
 */
public record FilesSummary(List<Path> done, List<FileFailure> failed, double seconds, double megapixels) {

	public FilesSummary {
		done = List.copyOf(done);
		failed = List.copyOf(failed);
	}
}
