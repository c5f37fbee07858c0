package org.drsformer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.drsformer.derain.Derainer;
import org.drsformer.derain.TestModels;
import org.junit.jupiter.api.Test;

import net.imglib2.img.array.ArrayImgs;

/** The cache of oneDNN, which generates convolutions for each size of an image, stays within its bound. */
class PrimitiveCacheTest {

	private static final String AGAIN = "the first size again";
	private static final int SIZES = 24;
	private static final String PREPARED = "prepared";
	private static final String PARALLEL = "side by side: ";

	/** Derains images of different sizes, and then one like the first. */
	public static void main(final String[] args) {
		if (args.length > 0) {
			tellOfTraining(List.of(args));
			return;
		}
		try (Derainer derainer = TestModels.derainer(TestModels.COLOR)) {
			for (int i = 1; i <= SIZES; i++)
				derainer.derain(ArrayImgs.unsignedBytes(8 * i, 40));
			System.out.println(AGAIN);
			derainer.derain(ArrayImgs.unsignedBytes(8, 40));
		}
	}

	/** Starts the engine, prepared for a training or not, and prints whether threads may train side by side. */
	private static void tellOfTraining(final List<String> preparation) {
		if (preparation.contains(PREPARED))
			Torch.expectTraining();
		System.out.println(PARALLEL + Torch.mayTrainInParallel());
	}

	private static boolean mayTrain(final String preparation, final Map<String, String> environment)
		throws IOException
	{
		final List<String> lines = output(environment, preparation);
		assertEquals(1, lines.stream().filter(line -> line.startsWith(PARALLEL)).count(), lines.toString());
		return lines.contains(PARALLEL + true);
	}

	/** Returns the lines in which oneDNN reports what it generates after the first size has come again. */
	private static List<String> generated(final Map<String, String> environment) throws IOException {
		final List<String> lines = output(environment);
		assertTrue(lines.contains(AGAIN), lines.toString());
		assumeFalse(lines.stream().noneMatch(line -> line.contains("create:cache_miss")),
			"this libtorch has no oneDNN");
		return lines.subList(lines.indexOf(AGAIN), lines.size())
			.stream()
			.filter(line -> line.contains("create:cache_miss"))
			.toList();
	}

	private static List<String> output(final Map<String, String> environment, final String... arguments)
		throws IOException
	{
		final List<String> command = new ArrayList<>(List.of(
			Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:TieredStopAtLevel=1",
			"-Dai.djl.offline=true", "-cp", System.getProperty("java.class.path"), PrimitiveCacheTest.class.getName()));
		command.addAll(List.of(arguments));
		final ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
		builder.environment().put("ONEDNN_VERBOSE", "2");
		builder.environment().remove("ONEDNN_PRIMITIVE_CACHE_CAPACITY");
		builder.environment().putAll(environment);
		return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
	}

	@Test
	void threadsTrainSideBySideOnlyIfAllCodeIsKept() throws IOException {
		assertTrue(mayTrain(PREPARED, Map.of()));
		assertFalse(mayTrain("not prepared", Map.of()));
		assertFalse(mayTrain(PREPARED, Map.of("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "100")));
		assertTrue(mayTrain("not prepared", Map.of("DNNL_PRIMITIVE_CACHE_CAPACITY", "2000")));
	}

	@Test
	void isBounded() throws IOException {
		assertFalse(generated(Map.of()).isEmpty(), "all are kept");
	}

	@Test
	void asTheUserLikes() throws IOException {
		assertEquals(List.of(), generated(Map.of("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "1024")));
	}
}
