// Removes the rain from all images of a folder. A SciJava script for Fiji: a dialog asks for its parameters, and the
// command line can give them: fiji --headless --run Derain_Folder.ijm "input='/photos/rainy',output='/photos/clean'"
//
// What to change: nothing; leave the folders empty to try it with samples.
#@ File (label = "Input folder", style = "directory", required = false, persist = false, description = "Rainy images") input
#@ File (label = "Output folder", style = "directory", required = false, persist = false, description = "Made if missing") output
#@ String (label = "Model", value = "compact", persist = false, description = "Its name, or the path of a .pth file") model

run("DRSformer Macro Functions");
Ext.useModel(model);
if (input == 0)
	input = Ext.samples() + "rainy";
if (output == 0)
	output = input + "-derained";
Ext.derainFolder(input, output, count);
print(count + " images were derained into " + output);
