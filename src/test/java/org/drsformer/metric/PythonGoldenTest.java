package org.drsformer.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.drsformer.DrsformerException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import net.imglib2.RandomAccessibleInterval;

/** Compares with BasicSR and scikit-image: cases_python.json. */
class PythonGoldenTest {

	private static final double TOLERANCE = 1e-6;

	/** The results of the libraries for a case. */
	record Golden(String name, boolean eightBit, JsonObject values) {

		boolean fails(final String key) {
			return values.get(key).getAsString().startsWith("error");
		}

		double number(final String key) {
			final String text = values.get(key).getAsString();
			return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
		}

		@Override
		public String toString() {
			return name;
		}
	}

	static List<Golden> cases() {
		final List<Golden> cases = new ArrayList<>();
		for (final JsonElement row : JsonParser.parseString(Fixtures.text("cases_python.json")).getAsJsonArray())
			cases.add(golden(row.getAsJsonObject()));
		return cases;
	}

	private static Golden golden(final JsonObject row) {
		final boolean eightBit = row.get("dtype").getAsString().equals("uint8");
		return new Golden(row.get("case").getAsString(), eightBit, row.getAsJsonObject("python"));
	}

	static List<Golden> eightBitCases() {
		return cases().stream().filter(Golden::eightBit).toList();
	}

	@ParameterizedTest
	@MethodSource("cases")
	void scientific(final Golden golden) {
		check(Protocol.scientific(), golden, "skimage_psnr", "skimage_ssim_default7");
	}

	@ParameterizedTest
	@MethodSource("cases")
	void scientificGaussian(final Golden golden) {
		check(Protocol.scientificGaussian(), golden, "skimage_psnr", "skimage_ssim_gauss1.5");
	}

	@ParameterizedTest
	@MethodSource("eightBitCases")
	void rgb(final Golden golden) {
		check(Protocol.rgb(), golden, "skimage_psnr", "skimage_ssim_gauss1.5");
	}

	@ParameterizedTest
	@MethodSource("eightBitCases")
	void basicSrY(final Golden golden) {
		check(Protocol.basicSrY(), golden, "basicsr_psnr_y", "basicsr_ssim_y(cly,replicate)");
	}

	/** BasicSR scores 16 bit against 255, which must be stated here. */
	@ParameterizedTest
	@MethodSource("cases")
	void rgbAgainst255(final Golden golden) {
		if (!golden.eightBit)
			assertEquals(golden.number("basicsr_psnr_rgb"),
				score(Protocol.rgb().withDataRange(255), golden.name).psnr(), TOLERANCE);
	}

	private static void check(final Protocol protocol, final Golden golden, final String psnr, final String ssim) {
		if (golden.fails(ssim)) {
			assertThrows(DrsformerException.class, () -> score(protocol, golden.name));
			return;
		}
		final Score score = score(protocol, golden.name);
		assertEquals(golden.number(psnr), score.psnr(), TOLERANCE);
		assertEquals(golden.number(ssim), score.ssim(), TOLERANCE);
	}

	private static Score score(final Protocol protocol, final String name) {
		final RandomAccessibleInterval<?> result = Fixtures.result(name);
		return protocol.score(result, Fixtures.target(name), Fixtures.channelAxis(result));
	}
}
