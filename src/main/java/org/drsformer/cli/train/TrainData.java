package org.drsformer.cli.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.drsformer.train.data.DataSettings;

import picocli.CommandLine.Option;

/** The options of {@link TrainCommand} about images. */
final class TrainData {

	@Option(names = "--pairs", paramLabel = "DIR",
		description = "Folder of pairs: rainy images in DIR/input, the same without rain, by the same names, in" +
			" DIR/target. Several times for several.")
	private List<Path> pairs = new ArrayList<>();

	@Option(names = "--clean", paramLabel = "DIR",
		description = "Folder of images without rain, in which rain is made on the fly. Several times for several.")
	private List<Path> clean = new ArrayList<>();

	@Option(names = "--rain", defaultValue = "mixed", paramLabel = "RAIN",
		description = { "Which rain is made: rain200l (light), rain200h (heavy), mixed, or a level in 0..1.",
			"Default: ${DEFAULT-VALUE}." })
	private String rain;

	@Option(names = "--validation", paramLabel = "DIR",
		description = { "Folder of pairs to validate with.", "Default: some of the images are held out." })
	private Path validation;

	@Option(names = "--held-out", defaultValue = "0", paramLabel = "N",
		description = { "How many images are held out for validation.", "Default: a tenth, at most 8." })
	private int heldOut;

	DataSettings settings() {
		return new DataSettings(pairs, clean, rain, validation, heldOut);
	}
}
