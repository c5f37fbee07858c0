package org.drsformer.command.dialog.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;

class ImageProposalTest {

	private static final ImagePlus ICON = IJ.createImage("icon", "8-bit", 8, 8, 1);
	private static final ImagePlus STREET = IJ.createImage("street", "RGB", 32, 16, 1);
	private static final ImagePlus DERAINED = IJ.createImage("street-derained", "RGB", 32, 16, 1);

	@Test
	void proposesTheActiveImageAndAnotherOneOfItsSize() {
		assertEquals(List.of(DERAINED, STREET, ICON),
			ImageProposal.of(List.of(ICON, STREET, DERAINED), DERAINED).images());
		assertEquals(List.of(STREET, DERAINED, ICON),
			ImageProposal.of(List.of(ICON, STREET, DERAINED), STREET).images());
	}

	@Test
	void proposesTwoDifferentImagesInAnyCase() {
		assertEquals(List.of(ICON, STREET), ImageProposal.of(List.of(ICON, STREET), ICON).images());
		assertEquals(List.of(ICON, STREET), ImageProposal.of(List.of(ICON, STREET), null).images());
	}

	@Test
	void tellsHowManyImagesAreMissing() {
		assertEquals("This needs 2 images, and none are open; open the others first.", missing(List.of(), 2));
		assertEquals("This needs 2 images, and only 1 is open; open the others first.", missing(List.of(ICON), 2));
		assertEquals("There is no image open; open one first.", missing(List.of(), 1));
	}

	private static String missing(final List<ImagePlus> open, final int count) {
		return assertThrows(DrsformerException.class, () -> ImageProposal.check(open, count)).getMessage();
	}
}
