package org.drsformer.derain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.drsformer.DrsformerException;
import org.drsformer.LiveArrays;
import org.drsformer.engine.ComputeDevice;
import org.drsformer.model.Model;

import ai.djl.ndarray.NDManager;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * Closes derainers while threads use them, again and again. A separate program, since memory that is freed too early
 * crashes the JVM:
 *
 * <pre>
 * java -cp ... org.drsformer.derain.ClosingRounds 500 src/test/resources/fixtures/d8_plain/deraining.pth
 * </pre>
 */
final class ClosingRounds {

	private static final int THREADS = 3;
	private static final int MOST_MILLIS = 40;

	private ClosingRounds() {
		// static functions only
	}

	/** @param args the number of rounds, and the file of a model */
	public static void main(final String[] args) throws Exception {
		final int rounds = Integer.parseInt(args[0]);
		final Random random = new Random(3);
		final Model model = Model.of(Path.of(args[1]));
		final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		int derained = 0;
		for (int i = 0; i < rounds; i++)
			derained += round(new Derainer(DerainSettings.of(model).withDevice(ComputeDevice.CPU).withThreads(1)),
				threads, random.nextInt(MOST_MILLIS));
		threads.shutdown();
		System.out.println(rounds + " rounds, " + derained + " images");
	}

	private static int round(final Derainer derainer, final ExecutorService threads, final int millis)
		throws Exception
	{
		final NDManager manager = derainer.manager();
		final List<Future<Integer>> work = new ArrayList<>();
		for (int t = 0; t < THREADS; t++)
			work.add(threads.submit(untilClosed(derainer)));
		Thread.sleep(millis);
		derainer.close();
		int derained = 0;
		for (final Future<Integer> one : work)
			derained += one.get();
		if (LiveArrays.in(manager) != 0 || manager.isOpen())
			throw new AssertionError(LiveArrays.in(manager) + " arrays are left");
		return derained;
	}

	private static Callable<Integer> untilClosed(final Derainer derainer) {
		final RandomAccessibleInterval<UnsignedByteType> image = ArrayImgs.unsignedBytes(40, 40);
		return () -> {
			for (int derained = 0;; derained++)
				try {
					derainer.derain(image);
				}
				catch (final DrsformerException closed) {
					if (closed.getMessage().contains("closed"))
						return derained;
					throw closed;
				}
		};
	}
}
