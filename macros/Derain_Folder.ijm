// Removes the rain from all images of a folder. The status bar names the image in work, and the bar shows how far all
// of them are. A bad file does not stop the others: the macro ends with an error when all are done, and the log names
// the bad ones.
//
// What to change:
//   input   the folder with the rainy images (PNG, JPEG, TIFF, BMP); empty for samples
//   output  the folder for the results, which keep their names; empty for one next to the input
//   model   the model: one of those that Ext.models() lists, or the path of a .pth file
input = "";
output = "";
model = "compact";

run("DRSformer Macro Functions");
Ext.useModel(model);
if (input == "")
	input = Ext.samples() + "rainy";
if (output == "")
	output = input + "-derained";
Ext.derainFolder(input, output, count);
print(count + " images were derained into " + output);
