package org.drsformer.command.dialog.field;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.drsformer.DrsformerException;

import ij.ImagePlus;
import ij.WindowManager;

/**
 * Which of the open images a dialog proposes for each of its images.
 *
 * @param images the open images, the one to propose first at the front
 */
record ImageProposal(List<ImagePlus> images) {

	/**
	 * Returns the proposal for the images that are open now: the active one, then those of its size.
	 *
	 * @param count the number of images that the command needs
	 * @throws DrsformerException if fewer are open
	 */
	static ImageProposal ofOpen(final int count) {
		final int[] ids = WindowManager.getIDList();
		final List<ImagePlus> open = ids == null ? List.of()
			: Arrays.stream(ids).mapToObj(WindowManager::getImage).filter(Objects::nonNull).toList();
		check(open, count);
		return of(open, WindowManager.getCurrentImage());
	}

	/** @throws DrsformerException if fewer images are open than the command needs */
	static void check(final List<ImagePlus> open, final int count) {
		if (open.size() < count)
			throw new DrsformerException(count == 1 ? "There is no image open; open one first."
				: "This needs " + count + " images, and " + (open.isEmpty() ? "none" : "only " + open.size()) +
					(open.size() == 1 ? " is" : " are") + " open; open the others first.");
	}

	static ImageProposal of(final List<ImagePlus> open, final ImagePlus active) {
		final ImagePlus first = active == null ? open.get(0) : active;
		final List<ImagePlus> others = new ArrayList<>(open);
		others.remove(first);
		// the sort is stable
		others.sort(Comparator.comparing(image -> !fits(image, first)));
		others.add(0, first);
		return new ImageProposal(others);
	}

	private static boolean fits(final ImagePlus image, final ImagePlus first) {
		return Arrays.equals(image.getDimensions(), first.getDimensions());
	}
}
