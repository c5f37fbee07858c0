package org.drsformer.benchmark.peer;

import static org.drsformer.benchmark.peer.OnnxWriter.DOUBLE;
import static org.drsformer.benchmark.peer.OnnxWriter.FLOAT;
import static org.drsformer.benchmark.peer.OnnxWriter.FREE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.drsformer.benchmark.Measurement;
import org.drsformer.benchmark.Size;
import org.drsformer.benchmark.peer.PeerMeasurements.Comparison;
import org.drsformer.checkpoint.Checkpoint;
import org.drsformer.checkpoint.Tensor;
import org.drsformer.engine.Torch;
import org.drsformer.model.ModelLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

/** The benchmark from its options to its report, and what it refuses. */
class PeerBenchmarksTest {

	@TempDir
	private Path folder;

	/** Returns what the benchmark says of bad input. */
	private String complaint(final String... options) {
		final StringWriter err = new StringWriter();
		final CommandLine command = PeerBenchmarks.commandLine();
		command.setErr(new PrintWriter(err, true));
		final List<String> all = new ArrayList<>(List.of(options));
		all.add("--output=" + folder.resolve("report.md"));
		assertNotEquals(0, command.execute(all.toArray(String[]::new)));
		assertFalse(Files.exists(folder.resolve("report.md")));
		return err.toString().strip();
	}

	private void assertRefused(final String sentence, final String... options) {
		assertEquals(sentence, complaint(options).replace(folder.toString(), "FOLDER"));
	}

	private String identity(final String name, final int type, final int... shape) throws IOException {
		return new OnnxWriter().input("image", type, shape)
			.operation("Identity", "clean", "image")
			.output("clean", type, shape)
			.write(folder.resolve(name))
			.toString();
	}

	/**
	 * A network whose last convolution is zero returns the image, like the operation Identity, so that the two outputs
	 * are the same only if images go in and come out in the same way.
	 */
	@Test
	void bothSidesOfOneNetwork() throws IOException {
		final Map<String, Tensor> weights = new LinkedHashMap<>(
			ModelLibrary.ofUser().find(ModelLibrary.BUNDLED).checkpoint().tensors());
		weights.computeIfPresent("output.weight",
			(name, tensor) -> new Tensor(tensor.shape(), new float[tensor.data().length]));
		Checkpoint.of(weights).write(folder.resolve("copy.pth"));
		final Path report = folder.resolve("report.md");
		assertEquals(0,
			PeerBenchmarks.commandLine()
				.execute("--onnx", identity("a b.onnx", FLOAT, FREE, 3, FREE, FREE), "--model",
					folder.resolve("copy.pth").toString(), "--sizes", "24x16", "--threads", "2", "--no-spinning",
					"--output", report.toString()));
		final String text = Files.readString(report);
		assertTrue(text.contains("Medians of 3 rounds") && text.contains("threads sleep while they wait"), text);
		final String[] cells = text.lines().reduce((before, last) -> last).orElseThrow().split("\\s*\\|\\s*");
		assertEquals(List.of("24x16", "2"), List.of(cells).subList(1, 3));
		// the time of Identity is too short for a ratio
		for (final int figure : new int[] { 4, 7, 10, 12, 13, 14 })
			assertTrue(cells[figure].replace("*", "").matches("\\d+(?:\\.\\d+)?"), text);
		assertEquals("0.0e+00", cells[15]);
		assertFalse(text.contains("did not compute the same network"));
	}

	@Test
	void otherNetworksAreFound() {
		final Comparison other = new Comparison(new PeerCase(Path.of("a.onnx"), "compact", new Size(24, 16), 1, true),
			Map.of(Side.ONNX_RUNTIME, new Measurement(2, 1, 3 << 20, 5 << 20), Side.OURS,
				new Measurement(1, 2, 6 << 20, 10 << 20)),
			0.02);
		Torch.setThreads(1);
		final String text = PeerReport.of(List.of(other), 3);
		assertTrue(text.contains("| 24x16 | 1 | 2.00 | 1.00 | **0.50** | 1.00 | 2.00 | **2.00** | 3 | 6 | **2.00** |" +
			" 5 | 10 | **2.00** | 2.0e-02 |"), text);
		assertTrue(text.contains("did not compute the same network"), text);
	}

	/** The shapes of a sum are not known before it is computed, and here they do not fit. */
	@Test
	void passesThatFail() throws IOException {
		final Path file = new OnnxWriter().input("image", FLOAT, 1, 3, FREE, FREE)
			.convolution("image", new float[3 * 3 * 9], 3, 0, "smaller")
			.operation("Add", "clean", "image", "smaller")
			.output("clean", FLOAT, 1, 3, FREE, FREE)
			.write(folder.resolve("sum.onnx"));
		final StringWriter err = new StringWriter();
		final CommandLine command = PeerBenchmarks.commandLine().setErr(new PrintWriter(err, true));
		final Path report = folder.resolve("report.md");
		assertEquals(1, command.execute("--onnx", file.toString(), "--sizes", "24x16", "--threads", "1", "--output",
			report.toString()));
		assertTrue(
			err.toString()
				.contains("24x16, 1 thread, ONNX Runtime failed: ONNX Runtime cannot run " + file + ": Non-zero"),
			err.toString());
		assertTrue(Files.readString(report).contains("| 24x16 | 1 | - |"));
		assertTrue(Files.readString(report).contains("A pass failed, so that figures are missing."));
	}

	@Test
	void filesThatAreNone() throws IOException {
		assertRefused("There is no file none.onnx; name the ONNX file of an exported network.", "--onnx=none.onnx");
		assertRefused("There is no file FOLDER; name the ONNX file of an exported network.", "--onnx=" + folder);
		final Path text = Files.writeString(folder.resolve("text.onnx"), "no network");
		final String complaint = complaint("--onnx=" + text);
		assertTrue(complaint.startsWith("ONNX Runtime cannot run " + text + ": "), complaint);
		assertEquals(1, complaint.lines().count(), complaint);
	}

	@Test
	void inputsThatAreNoImage() throws IOException {
		final Path two = new OnnxWriter().input("image", FLOAT, 1, 3, FREE, FREE)
			.input("noise", FLOAT, 1)
			.operation("Identity", "clean", "image")
			.output("clean", FLOAT, 1, 3, FREE, FREE)
			.write(folder.resolve("two.onnx"));
		assertRefused("FOLDER/two.onnx has 2 inputs (image, noise); a benchmark needs one image as the input.",
			"--onnx=" + two);
		assertRefused("The input image of FOLDER/double.onnx is not a tensor of float32; export it as one.",
			"--onnx=" + identity("double.onnx", DOUBLE, 1, 3, FREE, FREE));
	}

	@Test
	void shapesThatDoNotFit() throws IOException {
		final String end = "; choose the sizes and the model of the file, or export it with free height and width.";
		assertRefused(
			"The input image of FOLDER/gray.onnx has the shape (1, 1, ?, ?), which does not fit the input of" +
				" the model, (1, 3, 256, 256)" + end,
			"--onnx=" + identity("gray.onnx", FLOAT, 1, 1, FREE, FREE));
		assertRefused(
			"The input image of FOLDER/fixed.onnx has the shape (1, 3, 16, 24), which does not fit the input of" +
				" the model, (1, 3, 24, 16)" + end,
			"--onnx=" + identity("fixed.onnx", FLOAT, 1, 3, 16, 24), "--sizes=24x16,16x24");
		assertRefused(
			"The input image of FOLDER/flat.onnx has the shape (3, ?, ?), which does not fit the input of the" +
				" model, (1, 3, 256, 256)" + end,
			"--onnx=" + identity("flat.onnx", FLOAT, 3, FREE, FREE));
	}

	@Test
	void optionsThatMakeNoSense() throws IOException {
		final String onnx = "--onnx=" + identity("image.onnx", FLOAT, 1, 3, FREE, FREE);
		assertRefused("The median of fewer than 3 rounds says little; use --rounds 3 or more.", onnx, "--rounds=2");
		assertRefused("Each program needs a thread or more; use such as --threads 1,2.", onnx, "--threads=1,0");
		for (final String size : List.of("480", "0x8", "20x16", "480x320x3", "axb"))
			assertRefused(
				"\"" + size + "\" is no size for a benchmark; write width x height in multiples of 8, such as 480x320.",
				onnx, "--sizes=" + size);
		assertTrue(complaint(onnx, "--model=nothing").startsWith("There is no model \"nothing\""));
		assertTrue(complaint("--rounds=3").startsWith("Missing required option: '--onnx=<onnx>'"));
	}

	@Test
	void reportsThatCannotBeWritten() throws IOException {
		final StringWriter err = new StringWriter();
		final CommandLine command = PeerBenchmarks.commandLine();
		command.setErr(new PrintWriter(err, true));
		assertNotEquals(0, command.execute("--onnx", identity("image.onnx", FLOAT, 1, 3, FREE, FREE), "--output",
			folder.resolve("none/report.md").toString()));
		assertEquals("The report cannot be written to " + folder.resolve("none/report.md") +
			"; name a file in a folder that exists.", err.toString().strip());
	}
}
