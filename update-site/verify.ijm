// Derains without a window and compares with what is expected; verify.sh runs this, and the build does.
// Argument: the folder with the rainy image, the one with the expected result, and one to write to, with | between them.

folders = split(getArgument(), "|");
Ext.install("org.drsformer.macro.DrsformerFunctions");
print("DRSformer for Fiji " + Ext.version() + " in ImageJ " + getVersion());
Ext.set("device", "cpu");

// Files
derained = 0;
Ext.derainFolder(folders[0], folders[2], derained);
scored = 0;
Ext.evaluateFolder(folders[2], folders[1], scored);
error = getResult("MAE", nResults - 1);
print(derained + " image derained; mean error of its luma from the expected one: " + error + " of 255");
if (scored != 1 || isNaN(error) || error > 0.1)
	exit("NOT VERIFIED: the result is not the expected one");

// An image in memory
newImage("ramp", "8-bit ramp", 64, 48, 1);
getStatistics(area, before);
Ext.derain();
getStatistics(area, after);
print(getTitle() + ": mean " + after + " after " + before);
if (getTitle() == "ramp" || getWidth() != 64 || abs(after - before) > 20)
	exit("NOT VERIFIED: the ramp, on which there is no rain, is another image now");
print("VERIFIED");
