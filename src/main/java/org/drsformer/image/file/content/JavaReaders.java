package org.drsformer.image.file.content;

import java.util.Arrays;
import java.util.Iterator;

import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;

/** Finds Java's own readers and writers, even if others are registered for a format. */
public final class JavaReaders {

	private static final String MODULE = "java.desktop";

	private JavaReaders() {
		// static functions only
	}

	/**
	 * Returns Java's reader for a format.
	 *
	 * @param format as Java names it, for example {@code png}
	 */
	public static ImageReader of(final String format) throws java.io.IOException {
		return provider(ImageReaderSpi.class, format).createReaderInstance();
	}

	/**
	 * Returns Java's writer for a format.
	 *
	 * @param format as Java names it, for example {@code png}
	 */
	public static ImageWriter writerOf(final String format) throws java.io.IOException {
		return provider(ImageWriterSpi.class, format).createWriterInstance();
	}

	private static <T extends ImageReaderWriterSpi> T provider(final Class<T> kind, final String format) {
		final Iterator<T> providers = IIORegistry.getDefaultInstance().getServiceProviders(kind, false);
		while (providers.hasNext()) {
			final T provider = providers.next();
			if (MODULE.equals(provider.getClass().getModule().getName())
				&& Arrays.asList(provider.getFormatNames()).contains(format))
				return provider;
		}
		throw new IllegalStateException("This Java has no reader or writer for " + format);
	}
}
