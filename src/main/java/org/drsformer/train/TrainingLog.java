package org.drsformer.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.drsformer.DrsformerException;
import org.drsformer.io.WholeFile;
import org.drsformer.train.data.ValidationScore;

/** The table of a training, in CSV: a row of numbers for each report. It can be read while it grows. */
final class TrainingLog {

	private static final String HEADER = "step,seconds,loss,gradient_norm,learning_rate,patch," +
		"rainy_psnr_y,rainy_ssim_y,psnr_y,ssim_y";
	private static final String ORDINARY_HEADER = HEADER +
		",ordinary_rainy_psnr_y,ordinary_rainy_ssim_y,ordinary_psnr_y,ordinary_ssim_y";

	private final Path file;
	private final boolean ordinary;

	private TrainingLog(final Path file, final boolean ordinary) {
		this.file = file;
		this.ordinary = ordinary;
	}

	private static String header(final boolean ordinary) {
		return ordinary ? ORDINARY_HEADER : HEADER;
	}

	/**
	 * Makes a new table.
	 *
	 * @param ordinary whether it has columns for ordinary rain
	 */
	static TrainingLog create(final Path file, final boolean ordinary) {
		write(file, List.of(header(ordinary)));
		return new TrainingLog(file, ordinary);
	}

	/** Opens the table of a training that continues after a step, and drops the rows after that step. */
	static TrainingLog resume(final Path file, final boolean ordinary, final long step) {
		if (!Files.exists(file))
			return create(file, ordinary);
		final String header = header(ordinary);
		final List<String> lines = new ArrayList<>(List.of(header));
		try {
			for (final String line : wholeLines(file))
				if (!line.equals(header) && Long.parseLong(line.substring(0, line.indexOf(','))) <= step)
					lines.add(line);
		}
		catch (final IOException | RuntimeException failure) {
			throw new DrsformerException("The log " + file + " cannot be read; move it away to begin a new one.",
				failure);
		}
		write(file, lines);
		return new TrainingLog(file, ordinary);
	}

	/** Returns the complete lines: a training that was killed may have left half a line. */
	private static List<String> wholeLines(final Path file) throws IOException {
		if (!Files.isRegularFile(file))
			throw new IOException("not a file");
		final String text = Files.readString(file);
		return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
	}

	private static void write(final Path file, final List<String> lines) {
		WholeFile.write(file, out -> out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)));
	}

	/** Adds a row. */
	void add(final StepReport report) {
		try {
			Files.writeString(file, row(report) + "\n", StandardOpenOption.APPEND);
			WholeFile.sync(file);
		}
		catch (final IOException failure) {
			throw new DrsformerException("The log " + file + " cannot be written; check that the disk has room.",
				failure);
		}
	}

	private String row(final StepReport report) {
		final String losses = report.isStart() ? ","
			: String.format(Locale.ROOT, "%.6f,%.5g", report.loss(), report.gradientNorm());
		return String.format(Locale.ROOT, "%d,%.1f,%s,%.4g,%d,", report.step(), report.seconds(), losses,
			report.learningRate(), report.patch()) + cells(report.validation()) +
			(ordinary ? "," + cells(report.ordinary()) : "");
	}

	private static String cells(final ValidationScore score) {
		return score == null ? ",,,"
			: String.format(Locale.ROOT, "%.3f,%.4f,%.3f,%.4f", score.rainyPsnr(), score.rainySsim(), score.psnr(),
				score.ssim());
	}
}
