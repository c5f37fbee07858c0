package org.drsformer.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What the DRSformer paper (CVPR 2023) says of a method in its Table 1: means over the test images of a data set.
 *
 * @param method as the paper calls it
 * @param psnr in dB
 * @param ssim at most 1
 */
public record PublishedScore(String method, double psnr, double ssim) {

	private static final String TABLE = "drsformer-table-1.csv";

	/** Every method of the table, in its order. */
	public static List<PublishedScore> of(final DataSet dataSet) {
		final CSVFormat format = CSVFormat.DEFAULT.builder().setCommentMarker('#').setHeader().setSkipHeaderRecord(true)
			.get();
		try (InputStream table = PublishedScore.class.getResourceAsStream(TABLE);
				CSVParser rows = format.parse(new InputStreamReader(table, StandardCharsets.UTF_8)))
		{
			return rows.stream().map(row -> of(row, dataSet.key())).toList();
		}
		catch (final IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static PublishedScore of(final CSVRecord row, final String key) {
		return new PublishedScore(row.get("method"), Double.parseDouble(row.get(key + "_psnr")), Double.parseDouble(row.get(
			key + "_ssim")));
	}
}
