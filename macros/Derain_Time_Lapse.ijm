// Removes the rain from a time-lapse, frame by frame and with one range of values for all, so that nothing flickers.
//
// What to change:
//   input   a stack (TIFF, AVI), or a folder with an image for each frame, which is read as it is needed; empty for a sample
//   output  the TIFF file for the result; empty for one next to the input
//   range   what is black and what is white, such as "0..4095" for a 12-bit camera; "auto" finds it
input = "";
output = "";
range = "auto";

run("DRSformer Macro Functions");
Ext.set("range", range);
if (input == "")
	input = Ext.samples() + "rainy";
if (output == "")
	output = input + "-derained.tif";
if (File.isDirectory(input))
	File.openSequence(input, "virtual");
else
	open(input);
getDimensions(width, height, channels, slices, frames);
if (frames == 1)
	Stack.setDimensions(channels, 1, slices);
Ext.derain();
saveAs("Tiff", output);
print(nSlices + " frames were derained into " + output);
