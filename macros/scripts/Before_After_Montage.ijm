// Puts each image of a folder beside its derained self, all pairs below each other, in one picture. A SciJava script
// for Fiji: a dialog asks for its parameters, and the command line can give them.
//
// What to change: nothing; leave the folder empty to try it with samples.
#@ File (label = "Input folder", style = "directory", required = false, persist = false, description = "Rainy images") input
#@ File (label = "Output file", style = "save", required = false, persist = false, description = "A PNG file") output

run("DRSformer Macro Functions");
if (input == 0)
	input = Ext.samples() + "rainy";
if (output == 0)
	output = input + "-before-after.png";
files = getFileList(input);
rainy = newArray(files.length);
derained = newArray(files.length);
width = 0;
height = 0;
for (i = 0; i < files.length; i++) {
	showProgress(i, files.length);
	open(input + "/" + files[i]);
	rainy[i] = getImageID();
	Ext.derain();
	derained[i] = getImageID();
	width = maxOf(width, getWidth());
	height += getHeight();
}
newImage("Before and after", "RGB white", 2 * width, height, 1);
top = 0;
for (i = 0; i < files.length; i++) {
	place(rainy[i], 0, top);
	height = place(derained[i], width, top);
	top += height;
}
selectImage("Before and after");
saveAs("PNG", output);
print("The pairs are in " + output);

// Draws an image into the picture, closes it, and returns its height.
function place(image, x, y) {
	selectImage(image);
	if (bitDepth() != 24)
		run("RGB Color");
	height = getHeight();
	Image.copy();
	close();
	selectImage("Before and after");
	Image.paste(x, y);
	return height;
}
