package org.drsformer.spark;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.spark.SparkEnv;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder where an executor keeps copies of inputs with addresses. It is a folder of the job in Spark's own
 * temporary folder, which the cluster removes with the application even if the executor was killed. Before that, each
 * file is removed at the end of its task, the files of an executor at its end, and all files at the end of the job.
 */
final class StageFolder {

	private static final Logger LOG = LoggerFactory.getLogger(StageFolder.class);

	private static final Set<Path> OF_THIS_JVM = ConcurrentHashMap.newKeySet();

	private static boolean ending;

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(StageFolder::end, "staged inputs"));
	}

	private StageFolder() {
		// static functions only
	}

	/** Removes the folders of this executor, whose tasks go on until it has ended. */
	private static synchronized void end() {
		ending = true;
		OF_THIS_JVM.forEach(StageFolder::deleteOwn);
	}

	/** Returns the folder of a job on this computer, which need not exist. */
	private static Path ofJob(final String job) {
		return SparkEnv.get().blockManager().diskBlockManager().localDirs()[0].toPath()
			.getParent()
			.resolve("drsformer-" + job);
	}

	/**
	 * Makes a folder for a file and returns it.
	 *
	 * @param job a unique name of the job
	 */
	static synchronized Path make(final String job) throws IOException {
		if (ending)
			throw new IOException("the executor ends");
		final Path own = ofJob(job).resolve("executor-" + SparkEnv.get().executorId());
		OF_THIS_JVM.add(own);
		Files.createDirectories(own);
		return Files.createTempDirectory(own, "");
	}

	/** Removes the folder of a job, with all files that killed executors have left there. */
	static void deleteAll(final String job) {
		final Path folder = ofJob(job);
		OF_THIS_JVM.removeIf(own -> own.startsWith(folder));
		delete(folder);
	}

	/** Removes the folder of this executor, and that of the job unless other executors of this computer use it. */
	private static void deleteOwn(final Path own) {
		delete(own);
		try {
			Files.deleteIfExists(own.getParent());
		}
		catch (final DirectoryNotEmptyException others) {
			LOG.debug("{} is still in use", own.getParent());
		}
		catch (final IOException failure) {
			LOG.warn("The folder {} of copied inputs cannot be removed", own.getParent(), failure);
		}
	}

	private static void delete(final Path folder) {
		try {
			if (Files.exists(folder))
				Files.walkFileTree(folder, new Deletion());
		}
		catch (final IOException failure) {
			LOG.warn("The folder {} of copied inputs cannot be removed", folder, failure);
		}
	}

	/** Deletes a folder, and accepts that others delete files of it at the same time. */
	private static final class Deletion extends SimpleFileVisitor<Path> {

		@Override
		public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) throws IOException {
			Files.deleteIfExists(file);
			return FileVisitResult.CONTINUE;
		}

		@Override
		public FileVisitResult visitFileFailed(final Path file, final IOException failure) throws IOException {
			if (failure instanceof NoSuchFileException)
				return FileVisitResult.CONTINUE;
			throw failure;
		}

		@Override
		public FileVisitResult postVisitDirectory(final Path folder, final IOException failure) throws IOException {
			if (failure != null)
				throw failure;
			Files.deleteIfExists(folder);
			return FileVisitResult.CONTINUE;
		}
	}
}
