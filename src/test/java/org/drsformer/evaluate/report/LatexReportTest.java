package org.drsformer.evaluate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.drsformer.evaluate.EvaluationReport;
import org.drsformer.evaluate.Method;
import org.drsformer.evaluate.Protocols;
import org.drsformer.evaluate.score.ImageScore;
import org.drsformer.evaluate.score.PairScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the tables for papers and for programs that compute statistics, byte for byte. */
class LatexReportTest {

	@TempDir
	private Path folder;

	private static PairScore pair(final String method, final String name, final double psnr, final double ssim) {
		return new PairScore(method, name, "rain200-spa", 255, psnr, ssim, 1, 1, 1, Double.isInfinite(psnr) ? 1 : 0);
	}

	private static EvaluationReport report() {
		return new EvaluationReport(
			"1.2.3", Optional.of(Path.of("clean")), List.of(new Method("a_b&c", Path.of("a")),
				new Method("ours, 50%", Path.of("b")), new Method("none", Path.of("c"))),
			Protocols.byNames(List.of("rain200-spa", "niqe")),
			List.of(pair("a_b&c", "1", 30, 0.9), pair("ours, 50%", "1", 31.004, 0.9), pair("a_b&c", "2", 32, 0.92),
				pair("ours, 50%", "2", Double.POSITIVE_INFINITY, 0.91)),
			List.of(new ImageScore("a_b&c", "1", "niqe", 255, 3.5, 1),
				new ImageScore("ours, 50%", "1", "niqe", 255, 3.25, 1)),
			List.of(), List.of(), List.of());
	}

	@Test
	void theBestAreBold() throws IOException {
		final Path file = folder.resolve("table.tex");
		LatexReport.write(report(), file);
		assertEquals("""
			% Means by drsformer 1.2.3; needs \\usepackage{booktabs}; the best are bold.
			% a_b&c: rain200-spa PSNR 2, rain200-spa SSIM 2, niqe NIQE 1 images
			% ours, 50%: rain200-spa PSNR 2 (mean without 1 infinite), rain200-spa SSIM 2, niqe NIQE 1 images
			% none: rain200-spa PSNR 0, rain200-spa SSIM 0, niqe NIQE 0 images
			\\begin{tabular}{lccc}
			\\toprule
			 & rain200-spa & rain200-spa & niqe \\\\
			Method & PSNR $\\uparrow$ & SSIM $\\uparrow$ & NIQE $\\downarrow$ \\\\
			\\midrule
			a\\_b\\&c & 31.00 & \\textbf{0.9100} & 3.5000 \\\\
			ours, 50\\% & 31.00 & 0.9050 & \\textbf{3.2500} \\\\
			none & -- & -- & -- \\\\
			\\bottomrule
			\\end{tabular}
			""".replace("c & 31.00", "c & \\textbf{31.00}").replace("% & 31.00", "% & \\textbf{31.00}"),
			Files.readString(file));
	}

	@Test
	void columnsForEachDataSet() throws IOException {
		final Path file = folder.resolve("table.tex");
		LatexReport.write(
			new EvaluationReport("1.2.3", Optional.of(Path.of("clean")),
				List.of(new Method("a", Path.of("a")), new Method("b", Path.of("b"))),
				Protocols.byNames(List.of("rain200-spa")),
				List.of(pair("a", "x_1/1", 30, 0.9), pair("b", "x_1/1", 31, 0.8), pair("a", "y/1", 20, 0.5),
					pair("a", "y/2", 26, 0.7), pair("b", "y/1", 20, 0.6)),
				List.of(), List.of(), List.of(), List.of()),
			file);
		assertEquals("""
			% Means by drsformer 1.2.3; needs \\usepackage{booktabs}; the best are bold.
			% a: x_1 rain200-spa PSNR 1, x_1 rain200-spa SSIM 1, y rain200-spa PSNR 2, y rain200-spa SSIM 2, \
			all images rain200-spa PSNR 3, all images rain200-spa SSIM 3 images
			% b: x_1 rain200-spa PSNR 1, x_1 rain200-spa SSIM 1, y rain200-spa PSNR 1, y rain200-spa SSIM 1, \
			all images rain200-spa PSNR 2, all images rain200-spa SSIM 2 images
			\\begin{tabular}{lcccccc}
			\\toprule
			 & \\multicolumn{2}{c}{x\\_1} & \\multicolumn{2}{c}{y} & \\multicolumn{2}{c}{all images} \\\\
			 & rain200-spa & rain200-spa & rain200-spa & rain200-spa & rain200-spa & rain200-spa \\\\
			Method & PSNR $\\uparrow$ & SSIM $\\uparrow$ & PSNR $\\uparrow$ & SSIM $\\uparrow$ & PSNR $\\uparrow$ & \
			SSIM $\\uparrow$ \\\\
			\\midrule
			a & 30.00 & \\textbf{0.9000} & \\textbf{23.00} & \\textbf{0.6000} & 25.33 & \\textbf{0.7000} \\\\
			b & \\textbf{31.00} & 0.8000 & 20.00 & \\textbf{0.6000} & \\textbf{25.50} & \\textbf{0.7000} \\\\
			\\bottomrule
			\\end{tabular}
			""", Files.readString(file));
	}

	@Test
	void aColumnForEachMethod() throws IOException {
		final Path file = folder.resolve("wide.csv");
		WideCsvReport.write(report(), file);
		assertEquals("""
			protocol,measure,name,a_b&c,"ours, 50%",none
			rain200-spa,PSNR,1,30.0,31.004,
			rain200-spa,PSNR,2,32.0,Infinity,
			rain200-spa,SSIM,1,0.9,0.9,
			rain200-spa,SSIM,2,0.92,0.91,
			niqe,NIQE,1,3.5,3.25,
			""", Files.readString(file).replace("\r\n", "\n"));
	}
}
