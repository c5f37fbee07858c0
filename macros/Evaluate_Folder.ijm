// Measures PSNR and SSIM of all images of a folder: a table with a row for each, saved as CSV, and a plot.
//
// What to change:
//   results   the folder with the derained images, or with a folder of them for each method; empty for samples
//   targets   the folder with the clean images, which have the same names; empty for samples
//   protocol  rain200-spa for Rain200L, Rain200H and SPA-Data; did-ddn for DID-Data and DDN-Data
//   metric    what is plotted: psnr or ssim
results = "";
targets = "";
protocol = "rain200-spa";
metric = "psnr";

run("DRSformer Macro Functions");
if (results == "") {
	folder = Ext.samples();
	results = folder + "derained";
	targets = folder + "clean";
	Ext.derainFolder(folder + "rainy", results);
}
Ext.set("protocol", protocol);
Ext.evaluateFolder(results, targets, count);
saveAs("Results", results + "-scores.csv");
sum = 0;
for (i = 0; i < nResults; i++)
	sum += getResult("PSNR", i);
print(count + " scores, mean PSNR " + d2s(sum / nResults, 2) + " dB, are in " + results + "-scores.csv");
Ext.plotScores(metric);
