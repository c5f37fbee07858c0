package org.drsformer.train.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.image.ValueRange;
import org.drsformer.image.file.FolderPairs;
import org.drsformer.rain.Seeds;
import org.drsformer.train.recipe.Recipe;

/**
 * All images of a training.
 *
 * @param training the images to learn from, at least one
 * @param validation the images to validate with, at least one; the network never learns from them
 */
public record TrainingSet(List<Scene> training, List<Scene> validation) {

	/** One of so many images is held out by default. */
	private static final int HELD_OUT_PART = 10;
	/** The largest number of images that are held out by default. */
	private static final int MOST_HELD_OUT = 8;

	/**
	 * Finds, reads and checks all images.
	 *
	 * @param channels the channels of the network
	 * @throws DrsformerException with one sentence about the first image that cannot be used
	 */
	public static TrainingSet load(final DataSettings data, final Recipe recipe, final int channels,
		final Progress progress)
	{
		final List<SceneFiles> files = new ArrayList<>();
		data.pairs().forEach(folder -> files.addAll(pairs(folder)));
		data.clean().forEach(folder -> files.addAll(clean(folder)));
		final List<SceneFiles> others = data.validation() == null ? List.of() : pairs(data.validation());
		final double total = files.size() + (double) others.size();
		final List<Scene> scenes = load(files, data.range(), channels, progress.part(0, files.size() / total));
		final TrainingSet result = data.validation() == null ? split(scenes, data.heldOut(), recipe.seed())
			: new TrainingSet(scenes, load(others, data.range(), channels, progress.part(files.size() / total, 1)));
		result.training().forEach(scene -> scene.checkHolds(recipe.patches().largest()));
		result.validation().forEach(scene -> scene.checkHolds(ValidationSet.LEAST_SIZE));
		return result;
	}

	/**
	 * Returns a sentence if clean images to validate with have the same pixels as some to learn from; their scores say
	 * little about other images.
	 */
	public Optional<String> overlap() {
		final Set<Long> learnt = training.stream()
			.map(scene -> scene.clean().fingerprint())
			.collect(Collectors.toSet());
		final List<Scene> known = validation.stream()
			.filter(scene -> learnt.contains(scene.clean().fingerprint()))
			.toList();
		return known.isEmpty() ? Optional.empty()
			: Optional.of(known.size() + " of the " + validation.size() +
				" images to validate with are among those to learn from, such as " + known.get(0).clean().file() +
				"; the scores say little about other images.");
	}

	/** The files of a scene; {@code rainy} may be null. */
	private record SceneFiles(Path clean, Path rainy) {

		/** Returns the name of the rainy image without its ending: several may have one target. */
		String name() {
			final String file = (rainy == null ? clean : rainy).getFileName().toString();
			return file.substring(0, file.lastIndexOf('.'));
		}
	}

	private static List<Scene> load(final List<SceneFiles> files, final ValueRange range, final int channels,
		final Progress progress)
	{
		final List<Scene> scenes = new ArrayList<>();
		for (final SceneFiles file : files) {
			progress.update((double) scenes.size() / files.size());
			final Scene scene = new Scene(file.name(), new TrainingImage(file.clean),
				file.rainy == null ? null : new TrainingImage(file.rainy), range);
			scene.check(channels);
			scenes.add(scene);
		}
		return scenes;
	}

	private static List<SceneFiles> clean(final Path folder) {
		return FolderPairs.byName(folder).values().stream().map(file -> new SceneFiles(file, null)).toList();
	}

	private static List<SceneFiles> pairs(final Path folder) {
		final List<SceneFiles> files = new ArrayList<>();
		PairFolder.pairs(folder).forEach((rainy, clean) -> files.add(new SceneFiles(clean, rainy)));
		return files;
	}

	private static TrainingSet split(final List<Scene> scenes, final int heldOut, final long seed) {
		final int count = heldOut > 0 ? heldOut : Math.max(1, Math.min(MOST_HELD_OUT, scenes.size() / HELD_OUT_PART));
		if (count >= scenes.size())
			throw new DrsformerException("Of " + scenes.size() + " image" + (scenes.size() == 1 ? "" : "s") + ", " +
				count +
				" cannot be held out for validation; add images, hold out fewer, or name a folder to validate with.");
		final List<Scene> shuffled = new ArrayList<>(scenes);
		Collections.shuffle(shuffled, Seeds.random(Seeds.member(seed, -2)));
		return new TrainingSet(List.copyOf(shuffled.subList(count, shuffled.size())),
			List.copyOf(shuffled.subList(0, count)));
	}
}
