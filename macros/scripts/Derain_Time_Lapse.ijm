// Removes the rain from a time-lapse, frame by frame and with one range of values for all. A SciJava script for Fiji:
// a dialog asks for its parameters, and the command line can give them.
//
// What to change: nothing; leave the input empty to try it with a sample.
#@ File (label = "Input", style = "both", required = false, persist = false, description = "A stack, or a folder of frames") input
#@ File (label = "Output file", style = "save", required = false, persist = false, description = "A TIFF file") output
#@ String (label = "Value range", value = "auto", persist = false, description = "Black and white, such as 0..4095") range

run("DRSformer Macro Functions");
Ext.set("range", range);
if (input == 0)
	input = Ext.samples() + "rainy";
if (output == 0)
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
