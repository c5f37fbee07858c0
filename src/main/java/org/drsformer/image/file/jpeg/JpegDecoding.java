package org.drsformer.image.file.jpeg;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.IIOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

import org.drsformer.image.file.content.JavaReaders;
import org.drsformer.image.file.content.PiecedStream;
import org.drsformer.image.file.content.UnreadableKindException;

/**
 * Decodes a JPEG stream with Java's reader, which is libjpeg. The reader gets only the segments that the samples need,
 * and is told what the samples are: its own guesses on colours and its problems with unusual segments do not matter.
 */
public final class JpegDecoding {

	/** What the components of a pixel are. */
	public enum Colors {

		GRAY(1), RGB(3), YCBCR(3), CMYK(4), YCCK(4);

		private final int components;

		Colors(final int components) {
			this.components = components;
		}
	}

	private static final byte[] START = { (byte) 0xff, (byte) 0xd8 };
	private static final byte[] END = { (byte) 0xff, (byte) 0xd9 };
	private static final byte[] JFIF = { (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0,
		0 };
	private static final byte[] ADOBE = { (byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0,
		0 };

	private static final Pattern EXTRANEOUS = Pattern.compile("(\\d+) extraneous bytes before marker 0xd9");

	/** Words in warnings that do not concern the pixels. */
	private static final List<String> HARMLESS = List.of("jfif", "adobe", "metadata", "profile", "sequential jpeg");

	private final JpegData data;
	private final List<ByteBuffer> tables;
	private final Colors colors;

	/**
	 * Prepares the decoding of a stream.
	 *
	 * @param tables segments from elsewhere that belong before those of the data
	 * @throws IOException if the stream has another number of components
	 */
	public JpegDecoding(final JpegData data, final List<ByteBuffer> tables, final Colors colors) throws IOException {
		if (data.components() != colors.components)
			throw new IOException(
				"it has " + data.components() + " components of JPEG instead of " + colors.components);
		this.data = data;
		this.tables = tables;
		this.colors = colors;
	}

	/**
	 * Returns what the components are, for a JPEG file.
	 *
	 * @throws UnreadableKindException if they are not supported
	 */
	public static Colors colorsOf(final JpegData data) {
		return switch (data.components()) {
			case 1 -> Colors.GRAY;
			case 3 -> data.isRgb() ? Colors.RGB : Colors.YCBCR;
			case 4 -> inks(data);
			default -> throw new UnreadableKindException(
				"it has " + data.components() + " components of JPEG; convert it to RGB or gray");
		};
	}

	private static Colors inks(final JpegData data) {
		if (data.adobe() < 0)
			throw new UnreadableKindException(
				"it has four components of JPEG and no Adobe marker that says what they are; convert it to RGB");
		return data.adobe() == 2 ? Colors.YCCK : Colors.CMYK;
	}

	/**
	 * Decodes the pixels.
	 *
	 * @return gray, RGB, or the inks as they are stored
	 * @throws IOException that says what is wrong
	 */
	public Raster raster() throws IOException {
		final ImageReader reader = JavaReaders.of("jpeg");
		try (PiecedStream stream = stream()) {
			reader.setInput(stream, true, true);
			reader.addIIOReadWarningListener((IIOReadWarningListener) (source, warning) -> check(warning));
			if (colors.components == 4)
				return colors == Colors.YCCK ? toCmyk(reader.readRaster(0, null)) : reader.readRaster(0, null);
			final BufferedImage image = reader.read(0);
			return image.getRaster();
		}
		catch (final DamagedPixels damage) {
			throw new IIOException(damage.getMessage(), damage);
		}
		finally {
			reader.dispose();
		}
	}

	private PiecedStream stream() {
		final PiecedStream stream = new PiecedStream().add(START);
		if (colors == Colors.GRAY || colors == Colors.YCBCR)
			stream.add(JFIF);
		else
			stream.add(ADOBE).add((byte) (colors == Colors.YCCK ? 2 : 0));
		tables.forEach(stream::add);
		data.essentials().forEach(stream::add);
		return stream.add(END);
	}

	/** Passes through Java's reader, which would otherwise continue after a warning. */
	private static final class DamagedPixels extends RuntimeException {

		DamagedPixels(final String warning) {
			super(warning);
		}
	}

	/** libjpeg replaces damaged pixels by gray and only warns. */
	private void check(final String warning) {
		final String text = warning.toLowerCase(Locale.ROOT);
		if (HARMLESS.stream().anyMatch(text::contains))
			return;
		final Matcher extraneous = EXTRANEOUS.matcher(text);
		if (extraneous.find() && extraneous.group(1).length() < 9
			&& data.endsInPadding(Integer.parseInt(extraneous.group(1))))
			return;
		throw new DamagedPixels(warning.replaceAll("\\s+", " ").strip());
	}

	/** Undoes Adobe's transformation of cyan, magenta and yellow, as they are stored, to luma and chroma. */
	private static Raster toCmyk(final Raster ycck) {
		final WritableRaster cmyk = (WritableRaster) ycck;
		final int[] row = new int[cmyk.getWidth() * 4];
		for (int y = 0; y < cmyk.getHeight(); y++) {
			cmyk.getPixels(0, y, cmyk.getWidth(), 1, row);
			for (int i = 0; i < row.length; i += 4)
				toCmyk(row, i);
			cmyk.setPixels(0, y, cmyk.getWidth(), 1, row);
		}
		return cmyk;
	}

	private static void toCmyk(final int[] row, final int at) {
		final int luma = row[at];
		final double blue = row[at + 1] - 128.0;
		final double red = row[at + 2] - 128.0;
		row[at] = 255 - clamp(luma + 1.402 * red);
		row[at + 1] = 255 - clamp(luma - 0.344136 * blue - 0.714136 * red);
		row[at + 2] = 255 - clamp(luma + 1.772 * blue);
	}

	private static int clamp(final double value) {
		return (int) Math.max(0, Math.min(255, Math.round(value)));
	}
}
