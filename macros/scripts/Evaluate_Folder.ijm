// Measures PSNR and SSIM of all images of a folder: a table, and a plot. A SciJava script for Fiji: a dialog asks for
// its parameters, and the command line can give them.
//
// What to change: nothing; leave the folders empty to try it with samples.
#@ File (label = "Results", style = "directory", required = false, persist = false, description = "The derained images") results
#@ File (label = "Targets", style = "directory", required = false, persist = false, description = "The clean images") targets
#@ String (label = "Protocol", value = "rain200-spa", choices = {"rain200-spa", "did-ddn", "rgb", "scientific"}, persist = false) protocol
#@ String (label = "Plot", value = "psnr", choices = {"psnr", "ssim"}, persist = false) metric

run("DRSformer Macro Functions");
if (results == 0) {
	folder = Ext.samples();
	results = folder + "derained";
	targets = folder + "clean";
	Ext.derainFolder(folder + "rainy", results);
}
Ext.set("protocol", protocol);
Ext.evaluateFolder(results, targets, count);
saveAs("Results", results + "-scores.csv");
print(count + " scores are in " + results + "-scores.csv");
Ext.plotScores(metric);
