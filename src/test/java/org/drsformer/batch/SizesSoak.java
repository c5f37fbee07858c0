package org.drsformer.batch;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.model.Model;
import org.drsformer.model.ModelLibrary;

import com.sun.management.OperatingSystemMXBean;
import net.imglib2.img.array.ArrayImgs;

/**
 * Derains images of many different sizes, and checks whether memory grows with their number. A separate program whose
 * Java heap has its full size from the beginning, so that only the network's memory can grow; on Linux:
 *
 * <pre>
 * java -Xms64m -Xmx64m -XX:+AlwaysPreTouch -cp ... org.drsformer.batch.SizesSoak 2000 300 64 200
 * </pre>
 */
final class SizesSoak {

	private static final double MOST_GROWTH = 0.05;
	private static final int STEP = 100;

	private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

	private SizesSoak() {
		// static functions only
	}

	/**
	 * @param args the number of images, the number after which to measure first, the smallest and the largest side in
	 *        pixels, and the file of a model unless the bundled one is wanted
	 */
	public static void main(final String[] args) throws Exception {
		System.setProperty("java.awt.headless", "true");
		final int count = Integer.parseInt(args[0]);
		final int warm = Integer.parseInt(args[1]);
		final int smallest = Integer.parseInt(args[2]);
		final int largest = Integer.parseInt(args[3]);
		final Model model = args.length > 4 ? Model.of(Path.of(args[4]))
			: ModelLibrary.ofUser().find(ModelLibrary.BUNDLED);
		final Random random = new Random(1);
		double before = 0;
		try (Derainer derainer = new Derainer(DerainSettings.of(model).withDevice(ComputeDevice.CPU).withThreads(1))) {
			for (int i = 1; i <= count; i++) {
				derain(derainer, random, smallest, largest);
				if (i == warm)
					before = resident();
				if (i % STEP == 0 || i == count)
					System.out.printf("%d images: %.0f MiB, %.1f s of a processor%n", i, resident(),
						processorSeconds());
			}
		}
		final double growth = resident() / before - 1;
		System.out.printf("from image %d to image %d: %+.1f %%%n", warm, count, 100 * growth);
		if (growth > MOST_GROWTH)
			System.exit(1);
	}

	private static void derain(final Derainer derainer, final Random random, final int smallest, final int largest) {
		final int width = smallest + random.nextInt(largest - smallest + 1);
		final int height = smallest + random.nextInt(largest - smallest + 1);
		final int[] colors = random.ints((long) width * height).toArray();
		derainer.derain(ArrayImgs.argbs(colors, width, height));
	}

	/** Returns the memory in MiB. */
	private static double resident() throws Exception {
		final Matcher resident = RESIDENT.matcher(Files.readString(Path.of("/proc/self/status")));
		return resident.find() ? Long.parseLong(resident.group(1)) / 1024.0 : Double.NaN;
	}

	private static double processorSeconds() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
	}
}
