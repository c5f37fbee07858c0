package org.drsformer.cli.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.FixtureWeights;
import org.drsformer.PairFiles;
import org.drsformer.cli.CommandLineRun;
import org.drsformer.model.Model;
import org.drsformer.network.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainCommandTest {

	@TempDir
	private Path folder;

	private CommandLineRun train(final Object... options) {
		final Object[] args = new Object[options.length + 5];
		System.arraycopy(new Object[] { "train", "--threads", "1", "-o", folder.resolve("out") }, 0, args, 0, 5);
		System.arraycopy(options, 0, args, 5, options.length);
		return CommandLineRun.of(args);
	}

	@Test
	void anyNetworkFromScratch() throws IOException {
		final CommandLineRun run = train("--clean", "test-images/clean", "--rain", "0.8", "--dim", "4", "--blocks",
			"1,2,1,1", "--mefc", "--bias", "--norm", "biasfree", "--channels", "1", "--steps", "2", "--patches", "1x16",
			"--validate-every", "1", "--held-out", "1", "--rate", "1e-3", "--clip", "1", "--decay", "0", "--averaging",
			"0.5", "--seed", "4");
		assertEquals(0, run.code(), run.err());
		assertTrue(run.err().contains("learning from 4 images, validating with 1"), run.err());
		assertTrue(run.err().matches("(?s).*step 2 of 2, loss 0\\.\\d+, PSNR-Y \\d+\\.\\d\\d -> \\d+\\.\\d\\d dB.*"),
			run.err());
		final Configuration configuration = Model.of(folder.resolve("out/last.pth")).configuration();
		assertEquals("dim 4, blocks [1, 2, 1, 1], heads [1, 2, 4, 8], expansion 2.0, with MEFC",
			configuration.describe());
		assertEquals(1, configuration.inputChannels());
		assertTrue(configuration.bias());
		assertEquals(Configuration.LayerNormType.BIAS_FREE, configuration.layerNorm());
		assertEquals(3, Files.readAllLines(folder.resolve("out/log.csv")).size());
	}

	@Test
	void aSmallRestormerWithAllOfTheNewOptions() {
		final CommandLineRun run = train("--clean", "test-images/clean", "--preset", "restormer", "--dim", "4",
			"--blocks", "1,1,1,1", "--refinement", "2", "--channels", "1", "--norm", "biasfree", "--expansion", "2",
			"--steps", "2", "--patches", "1x16", "--accumulate", "2", "--loss", "l1+fft", "--freeze", "patch_embed",
			"encoder_level1", "--range", "0..255", "--validate-every", "1", "--held-out", "1");
		assertEquals(0, run.code(), run.err());
		final Model model = Model.of(folder.resolve("out/last.pth"));
		assertEquals(
			"Restormer, dim 4, blocks [1, 1, 1, 1], refinement 2, heads [1, 2, 4, 8], expansion 2.0, biasfree, gray",
			model.configuration().describe());
		final CommandLineRun more = CommandLineRun.of("train", "--from", folder.resolve("out/last.pth"), "--threads",
			"1", "-o", folder.resolve("more"), "--clean", "test-images/clean", "--steps", "1", "--patches", "1x16",
			"--held-out", "1");
		assertEquals(0, more.code(), more.err());
		assertEquals(model.configuration(), Model.of(folder.resolve("more/last.pth")).configuration());
	}

	/** Ordinary rain is kept and scored if another rain is learnt, unless the user says otherwise. */
	@ParameterizedTest
	@CsvSource({ "--from compact --rain rain200h,true", "--from compact --rain mixed,false",
		"--from compact --rain rain200h --keep 0,false", "--from compact --keep 0.5,true", "--dim 4 --keep 0.5,true",
		"--dim 4 --rain rain200h,false" })
	void ordinaryRainIsKept(final String options, final boolean kept) throws IOException {
		assertEquals(kept, keeps(options));
	}

	@ParameterizedTest
	@CsvSource({ "'',true", "--keep 0,false" })
	void ordinaryRainIsKeptBesidePairs(final String options, final boolean kept) throws IOException {
		final Path pairs = PairFiles.make(folder.resolve("pairs"), "cat", "rocket");
		assertEquals(kept, keeps("--from compact --pairs " + pairs + " " + options));
	}

	/** Returns whether the console and the log of a training with some images without rain score ordinary rain. */
	private boolean keeps(final String options) throws IOException {
		final CommandLineRun run = train(("--clean test-images/clean --steps 1 --patches 1x16 --held-out 1" +
			" --validate-every 1 " + options.strip()).split(" "));
		assertEquals(0, run.code(), run.err());
		final boolean logged = Files.readAllLines(folder.resolve("out/log.csv"))
			.get(0)
			.endsWith(",ordinary_rainy_psnr_y,ordinary_rainy_ssim_y,ordinary_psnr_y,ordinary_ssim_y");
		assertEquals(logged, run.err().contains("ordinary rain: PSNR-Y"), run.err());
		return logged;
	}

	@Test
	void aModelForTwoViewsCannotBeTrained() {
		final Path file = folder.resolve("dual.pth");
		FixtureWeights.generate("fixtures/r_d8_dual_pixel/manifest.json").write(file);
		final CommandLineRun run = train("--clean", "test-images/clean", "--from", file);
		assertEquals(2, run.code());
		assertTrue(run.err().contains("Networks of 6 channels cannot be validated"), run.err());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { //
		"--clean test-images/clean --loss l2 | There is no loss \"l2\"; choose one of l1, charbonnier, l1+fft.", //
		"--clean test-images/clean --accumulate 0 | The gradients of 0 batches cannot be added up", //
		"--clean test-images/clean --freeze encodr | No tensor of the network begins with \"encodr\", so it cannot be" +
			" frozen; its parts are patch_embed, encoder_level1, down1_2", //
		"--clean test-images/clean --freeze p,e,d,l,u,r,o | All of the network is frozen", //
		"--clean test-images/clean --range white | \"white\" is not a value range", //
		"--clean test-images/clean --refinement 2 | only Restormer has one", //
		"--clean test-images/clean --preset restormer --mefc | only DRSformer has a mixture of experts", //
		"--clean test-images/clean --from compact --preset restormer | it has architecture DRSformer, not Restormer", //
		"--held-out 1 | There is nothing to learn from", //
		"--clean nowhere | There is no folder nowhere", //
		"--clean test-images/clean --patches 3x999 | multiple of 8", //
		"--clean test-images/clean --patches 1x512 | less than the crops", //
		"--clean test-images/clean --from nobody | There is no model \"nobody\"", //
		"--clean test-images/clean --from compact --dim 8 | another size", //
		"--clean test-images/clean --from compact --dim 8 | it has dim 16, not 8.", //
		"--clean test-images/clean --from compact --channels 1 | it has channels 3, not 1.", //
		"--clean test-images/clean --from compact --blocks 1,2,1,1 | it has blocks [1, 2, 2, 2], not [1, 2, 1, 1].", //
		"--clean test-images/clean --from compact --heads 1,1,1,1 | it has heads [1, 2, 4, 8], not [1, 1, 1, 1].", //
		"--clean test-images/clean --from compact --expansion 3 | it has expansion 2.0, not 3.0.", //
		"--clean test-images/clean --from compact --bias --mefc | it has bias false, not true; mefc false, not" +
			" true.", //
		"--clean test-images/clean --from compact --norm biasfree | it has norm withbias, not biasfree.", //
		"--clean test-images/clean --steps 1e3 | Invalid value for option '--steps': \"1e3\" is not a whole number", //
		"--clean test-images/clean --steps 9223372036854775808 | \"9223372036854775808\" is not a whole number", //
		"--clean test-images/clean --threads 99999999999 | \"99999999999\" is not a whole number from -2147483648 to" +
			" 2147483647", //
		"--clean test-images/clean --rate 0x1p-3 | Invalid value for option '--rate': \"0x1p-3\" is not a number", //
		"--clean test-images/clean --rate NaN | is not a number", //
		"--clean test-images/clean --clip 1e400 | is not a number", //
		"--clean test-images/clean --blocks 1,2,x,1 | '--blocks' (N): \"x\" is not a whole number", //
		"--clean test-images/clean --checkpoint-minutes 0,5 | is not a number", //
		"--clean test-images/clean --rain 1e-400 | There is no rain \"1e-400\"", //
		"--clean test-images/clean --preset huge | There is no preset", //
		"--clean test-images/clean --rain snow | There is no rain \"snow\"", //
		"--clean test-images/clean --steps 0 | at least 1", //
		"--clean test-images/clean --rate -1 | learning rate", //
		"--pairs test-images | holds no pairs", //
		"--resume | There is no training to continue" })
	void badInputIsToldInASentence(final String options, final String sentence) {
		final CommandLineRun run = train((Object[]) options.split(" "));
		assertEquals(2, run.code());
		assertTrue(run.err().contains(sentence), run.err());
		assertFalse(Files.exists(folder.resolve("out/log.csv")));
	}

	@Test
	void resumeTakesNoOtherSettings() {
		final CommandLineRun run = train("--resume", "--steps", "5");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("leave out --steps"), run.err());
	}

	@Test
	void anOutputThatIsAFile() throws IOException {
		Files.writeString(folder.resolve("out"), "");
		final CommandLineRun run = train("--clean", "test-images/clean", "--patches", "1x16");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("Nothing can be written into the folder"), run.err());
	}
}
