package org.drsformer.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.image.file.ImageFolder;
import org.drsformer.image.file.ImageTree;
import org.drsformer.io.FileRoles;

/**
 * Scores the results of one or more methods against the clean images of a data set:
 *
 * <pre>
 * EvaluationSettings settings = EvaluationSettings.of(List.of(Path.of("derained")), Path.of("clean"), Protocol
 * 	.rain200Spa());
 * EvaluationReport report = Evaluation.plan(settings).run(Progress.NONE);
 * </pre>
 *
 * Pairs are made by name, never by the order of the files. A plan is immutable and may be run several times.
 */
public final class Evaluation {

	private final EvaluationSettings settings;
	private final List<Method> methods;
	private final Pairing pairing;

	private Evaluation(final EvaluationSettings settings, final List<Method> methods, final Pairing pairing) {
		this.settings = settings;
		this.methods = methods;
		this.pairing = pairing;
	}

	/**
	 * Makes the pairs; reads no image.
	 *
	 * @throws DrsformerException if a folder cannot be read or has no such images, no result has the name of a target,
	 *         or results and targets are the same files
	 */
	public static Evaluation plan(final EvaluationSettings settings) {
		final Optional<NamedImages> targets = settings.targets()
			.map(folder -> NamedImages.targets(folder, settings.targetPattern(), settings.below()));
		final Map<Method, NamedImages> results = new LinkedHashMap<>();
		for (final Method method : Method.of(settings.results())) {
			settings.targets().ifPresent(folder -> checkOther(method.folder(), folder, settings));
			results.put(method, NamedImages.results(method.folder(), settings.resultPattern(), settings.below()));
		}
		return new Evaluation(settings, List.copyOf(results.keySet()), Pairing.of(settings, targets, results));
	}

	/** Checks that results are not compared with themselves, which would give perfect scores. */
	private static void checkOther(final Path folder, final Path targets, final EvaluationSettings settings) {
		if (isSame(folder, targets) && settings.resultPattern().equals(settings.targetPattern()))
			throw new DrsformerException("Results and targets are the same files of the folder " + folder +
				"; name another folder, or patterns that tell them apart, such as *_DR.png and *_GT.png.");
	}

	private static boolean isSame(final Path first, final Path second) {
		try {
			return Files.exists(first) && Files.isSameFile(first, second);
		}
		catch (final IOException failure) {
			throw new DrsformerException("The folder " + first + " cannot be read; check its permissions.", failure);
		}
	}

	/** Returns the files that are read, all images of the folders, so that no output overwrites them. */
	public FileRoles roles() {
		final FileRoles roles = new FileRoles();
		for (final Method method : methods)
			images(method.folder()).forEach(file -> roles.reads("one of the results", file));
		settings.targets().ifPresent(folder -> images(folder).forEach(file -> roles.reads("one of the targets", file)));
		return roles;
	}

	private List<Path> images(final Path folder) {
		return settings.below() ? ImageTree.of(folder).images() : ImageFolder.images(folder);
	}

	/** Returns how many images are scored; results of several methods with one name count once. */
	public int size() {
		return pairing.tasks().size();
	}

	/**
	 * Scores all pairs on several threads. Images are read when they are needed, so the memory that is used does not
	 * grow with the number of pairs.
	 *
	 * @param progress updated on the calling thread
	 * @throws java.util.concurrent.CancellationException if the progress asks for it
	 */
	public EvaluationReport run(final Progress progress) {
		return run((all, same, outcomes) -> new OrderedTasks<>(all, same).run(settings.threadCount(), outcomes),
			progress);
	}

	/** Scores all pairs as {@link #run(Progress)} does, wherever the runner scores them. */
	public EvaluationReport run(final PairRunner runner, final Progress progress) {
		final PairTask.Outcome all = PairTask.Outcome.empty();
		all.unscored().addAll(pairing.unpaired());
		runner.run(pairing.tasks(), progress, all::add);
		return EvaluationReport.of(settings, methods, all, pairing);
	}
}
