// Measures PSNR and SSIM of all images of a folder, with the command of the menu: a table, and plots. A SciJava
// script for Fiji: a dialog asks for its parameters, and the command line can give them.
//
// What to change: nothing; leave the folders empty to try it with samples.
#@ File (label = "Results", style = "directory", required = false, persist = false, description = "The derained images") results
#@ File (label = "Targets", style = "directory", required = false, persist = false, description = "The clean images") targets
#@ String (label = "Protocol", value = "rain200-spa", choices = {"rain200-spa", "did-ddn", "rgb", "scientific"}, persist = false) protocol

import ij.IJ
import org.drsformer.macro.Samples

if (results == null || targets == null) {
	samples = Samples.write()
	results = samples.resolve("rainy").toFile()
	targets = samples.resolve("clean").toFile()
}
csv = new File(results.path + "-scores.csv")
// with a string of options no dialog opens
IJ.run("Evaluate Folder...", "results=[" + results + "] targets=[" + targets + "] protocol=" + protocol + " csv=[" + csv + "]")
println((csv.readLines().size() - 1) + " scores are in " + csv)
