package org.drsformer.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.batch.DerainFiles;
import org.drsformer.batch.plan.PlannedFile;
import org.drsformer.batch.settings.BatchSettings;
import org.drsformer.spark.remote.HadoopFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans a run over a large folder. */
class ManyFilesTest {

	private static final int PAGES = 5;

	@TempDir
	private Path out;

	/** All decisions are made of one list, which is asked for once and page by page. */
	@Test
	void listedOnceAndInPages() {
		plan(1);
		final int aboutTheFolder = ManyFiles.questions();
		plan(PAGES * ManyFiles.PAGE);
		assertEquals(PAGES, ManyFiles.pages());
		assertEquals(aboutTheFolder, ManyFiles.questions());
	}

	private void plan(final int count) {
		ManyFiles.begin(count);
		try (HadoopFiles files = HadoopFiles.ofSpark()) {
			final DerainFiles plan = DerainFiles
				.plan(BatchSettings.of(List.of(files.path(ManyFiles.FOLDER)), out).withRecursive(true));
			final List<PlannedFile> decided = plan.decide(SparkRun.settings());
			assertEquals(count, decided.size());
			final Map<RemoteFile, List<String>> all = new LinkedHashMap<>();
			decided.forEach(file -> all.put(RemoteFile.of(file.job()), HadoopFiles.hosts(file.job().input())));
			assertEquals(count, Parts.of(all, 16).stream().mapToInt(part -> part.files().size()).sum());
		}
	}
}
