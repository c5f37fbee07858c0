package org.drsformer.fiji;

import ij.IJ;
import ij.ImagePlus;
import net.imagej.Dataset;
import net.imagej.ImageJ;
import net.imagej.legacy.LegacyImageMap;
import net.imagej.legacy.LegacyService;

/** A program for {@link StartInFiji}: registers an image with ImageJ2, closes it, and prints the number of datasets. */
final class ClosedImage {

	private ClosedImage() {}

	public static void main(final String[] none) {
		// first of all, so that nothing of ImageJ is loaded before
		final ImageJ imagej = new ImageJ();
		Part.run(imagej);
		System.exit(0);
	}

	/** What needs classes of ImageJ. */
	private static final class Part {

		static void run(final ImageJ imagej) {
			final LegacyImageMap images = imagej.get(LegacyService.class).getImageMap();
			final ImagePlus image = IJ.createImage("street.png", "RGB white", 24, 16, 1);
			images.registerLegacyImage(image);
			print("open", imagej, images);
			image.close();
			print("closed", imagej, images);
		}

		private static void print(final String when, final ImageJ imagej, final LegacyImageMap images) {
			System.out.println(when + " " + imagej.object().getObjects(Dataset.class).size() + " " +
				images.getImagePlusInstances().size());
		}
	}
}
