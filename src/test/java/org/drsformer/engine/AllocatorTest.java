package org.drsformer.engine;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.drsformer.derain.Derainer;
import org.drsformer.derain.TestModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import net.imglib2.img.array.ArrayImgs;

/** The memory of arrays stays with the process while a network is in use. */
@EnabledOnOs(OS.LINUX)
class AllocatorTest {

	private static final int IMAGES = 3;

	/** Derains images, and prints how often a page of memory came from the system. */
	public static void main(final String[] args) throws IOException {
		try (Derainer derainer = TestModels.derainer(TestModels.COLOR)) {
			derain(derainer);
			final long before = pageFaults();
			for (int i = 0; i < IMAGES; i++)
				derain(derainer);
			System.out.println(pageFaults() - before);
		}
	}

	private static void derain(final Derainer derainer) {
		derainer.derain(ArrayImgs.unsignedBytes(256, 256));
	}

	/** Returns the page faults of this process that needed no disk (proc(5), field 10 of stat). */
	private static long pageFaults() throws IOException {
		final String stat = Files.readString(Path.of("/proc/self/stat"));
		return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[7]);
	}

	private static long pageFaults(final String variable) throws IOException {
		final ProcessBuilder builder = new ProcessBuilder(
			List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-Xms256m",
				"-XX:+AlwaysPreTouch", "-XX:TieredStopAtLevel=1", "-Dai.djl.offline=true", "-cp",
				System.getProperty("java.class.path"), AllocatorTest.class.getName()))
			.redirectError(ProcessBuilder.Redirect.DISCARD);
		if (variable != null)
			builder.environment().put(variable, "131072");
		final String out = new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return Long.parseLong(out.strip());
	}

	@Test
	void pagesAreUsedAgain() throws IOException {
		final long usual = pageFaults("MALLOC_TOP_PAD_");
		final long ours = pageFaults(null);
		assertTrue(ours < usual / 3, ours + " page faults, and " + usual + " with the settings of glibc");
	}
}
