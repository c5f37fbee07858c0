package org.drsformer.cli.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.drsformer.image.ValueRange;
import org.drsformer.train.data.DataSettings;

import picocli.CommandLine.Option;

/** The options of {@link TrainCommand} about the images. */
final class TrainData {

	@Option(names = "--pairs", paramLabel = "DIR",
		description = "Folder of pairs: rainy images in DIR/input, and the same images without rain, by the same" +
			" names (or numbers), in DIR/target (or in DIR/rain and DIR/norain). A target may have many rainy" +
			" images: 901.png those of 901_1.png, 901_2.png and so on, and the only target all of them, as for a" +
			" camera that does not move. May be given several times.")
	private List<Path> pairs = new ArrayList<>();

	@Option(names = "--clean", paramLabel = "DIR",
		description = "Folder of images without rain, to which rain is added during the training. May be given" +
			" several times.")
	private List<Path> clean = new ArrayList<>();

	@Option(names = "--rain", defaultValue = "mixed", paramLabel = "RAIN",
		description = { "Which rain is added: rain200l (light), rain200h (heavy), mixed, or a level in 0..1.",
			"Default: ${DEFAULT-VALUE}." })
	private String rain;

	@Option(names = "--validation", paramLabel = "DIR",
		description = { "Folder of pairs to validate with.", "Default: some of the images are held out." })
	private Path validation;

	@Option(names = "--held-out", defaultValue = "0", paramLabel = "N",
		description = { "The number of images that are held out for validation.", "Default: a tenth, at most 8." })
	private int heldOut;

	@Option(names = "--keep", paramLabel = "SHARE", description = {
		"The share of the crops, from 0 to below 1, that show ordinary rain (mixed) in the images without rain, so" +
			" that a network that learns another rain does not forget ordinary rain.",
		"Default: 0.3 with --from, if pairs or another rain than mixed are learnt from; otherwise 0." })
	private Double keep;

	@Option(names = "--range", defaultValue = "auto", paramLabel = "RANGE", description = {
		"The values of black and white in all images, such as 0..4095; auto finds them for each image from its type" +
			" and its values. Derain with the same range.",
		"Default: ${DEFAULT-VALUE}." })
	private String range;

	/**
	 * Returns the settings that the options mean.
	 *
	 * @param fineTuning whether the network starts from a model
	 */
	DataSettings settings(final boolean fineTuning) {
		final double kept = keep == null ? DataSettings.usualKeep(fineTuning, pairs, rain) : keep;
		return new DataSettings(pairs, clean, rain, validation, heldOut, kept, ValueRange.parse(range));
	}
}
