package org.drsformer.image;

import java.io.IOException;
import java.nio.file.Path;

import org.drsformer.DrsformerException;

import ij.io.FileInfo;

/** Checks that what the pages of a TIFF file claim can be true, before memory is taken for it. */
final class TiffPages {

	private final FileInfo[] pages;
	private final Path file;
	private final long length;

	TiffPages(final FileInfo[] pages, final Path file) {
		this.pages = pages;
		this.file = file;
		this.length = file.toFile().length();
	}

	/** How many planes there are; ImageJ's own large stacks describe only the first. */
	long count() {
		return pages.length == 1 ? Math.max(1, pages[0].nImages) : pages.length;
	}

	/** Whether a plane of the file is a plane of the image. Others ImageJ takes apart, or puts into another order. */
	boolean areSimple() {
		final FileInfo page = pages[0];
		final boolean shuffled = page.description != null && page.description.contains("order=zct");
		return !shuffled && switch (page.fileType) {
			case FileInfo.RGB48, FileInfo.RGB48_PLANAR, FileInfo.CMYK -> false;
			default -> page.samplesPerPixel == 1 || page.getBytesPerPixel() == 3 || page.getBytesPerPixel() == 4;
		};
	}

	/** One page, from 0, as a file of its own would have it. */
	FileInfo page(final int index) {
		final FileInfo page = (FileInfo) pages[pages.length == 1 ? 0 : index].clone();
		if (pages.length == 1 && index > 0)
			page.longOffset = page.getOffset() + index * ((long) bytes(page) + page.getGap());
		page.nImages = 1;
		return page;
	}

	/**
	 * @throws DrsformerException if that is not so
	 */
	void check() {
		for (final FileInfo page : pages) {
			checkSize(page);
			checkExtent(page);
			if (page.width != pages[0].width || page.height != pages[0].height || page.fileType != pages[0].fileType)
				throw new DrsformerException("The pages of " + file +
					" differ in size or type; save them as files of their own.");
		}
	}

	/**
	 * Checks that all planes can be had at once.
	 *
	 * @throws DrsformerException if memory does not suffice for them
	 * @throws IOException if the content of a page is damaged
	 */
	void checkWhole() throws IOException {
		for (final FileInfo page : pages)
			DeflatedStrips.check(page, file);
		if (bytes(pages[0]) * count() > Runtime.getRuntime().maxMemory())
			throw new DrsformerException("Java has not enough memory for the " + count() + " planes of " + file +
				"; give it more (-Xmx), or split the stack.");
	}

	private void checkSize(final FileInfo page) {
		final double pixels = (double) page.width * page.height;
		if (page.width < 1 || page.height < 1)
			throw damaged("it claims " + page.width + " x " + page.height + " pixels");
		if (pixels > Frame.MOST_SAMPLES)
			throw new DrsformerException("The image " + file + " is too large: " + page.width + " x " + page.height +
				" pixels.");
	}

	private static double bytes(final FileInfo page) {
		final double row = switch (page.fileType) {
			case FileInfo.BITMAP -> Math.ceil(page.width / 8.0);
			case FileInfo.GRAY10_UNSIGNED -> 1.25 * page.width;
			case FileInfo.GRAY12_UNSIGNED -> 1.5 * page.width;
			default -> (double) page.width * page.getBytesPerPixel();
		};
		return row * page.height;
	}

	private void checkExtent(final FileInfo page) {
		final boolean plain = page.compression <= FileInfo.COMPRESSION_NONE;
		final int strips = page.stripOffsets == null ? 1 : page.stripOffsets.length;
		if (plain && strips == 1) {
			final long images = Math.max(1, page.nImages);
			if (page.getOffset() + images * (bytes(page) + page.getGap()) - page.getGap() > length)
				throw damaged("its end is missing");
			return;
		}
		if (page.stripOffsets == null || page.stripLengths == null || page.stripLengths.length < strips)
			throw damaged("it does not tell where its pixels are");
		checkStrips(page, plain);
	}

	private void checkStrips(final FileInfo page, final boolean plain) {
		double total = 0;
		for (int i = 0; i < page.stripOffsets.length; i++) {
			final long offset = page.stripOffsets[i] & 0xffffffffL;
			if (page.stripLengths[i] < 0 || offset + page.stripLengths[i] > length)
				throw damaged("its end is missing");
			total += page.stripLengths[i];
		}
		if (plain && total < bytes(page))
			throw damaged("some of its pixels are missing");
	}

	private DrsformerException damaged(final String how) {
		return new DrsformerException("The image " + file + " is damaged: " + how + ".");
	}
}
