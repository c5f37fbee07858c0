// Removes the rain from one image. A SciJava script for Fiji: a dialog asks for its parameters, and the command line
// can give them: fiji --headless --run Derain_Image.ijm "path='/photos/street.png',model='compact'"
//
// What to change: nothing; leave the path empty for the image that is open, or for a sample if none is.
#@ File (label = "Image", required = false, persist = false, description = "Empty for the image that is open") path
#@ String (label = "Model", value = "compact", persist = false, description = "Its name, or the path of a .pth file") model

run("DRSformer Macro Functions");
Ext.useModel(model);
if (path != 0)
	open(path);
else if (nImages == 0)
	open(Ext.samples() + "rainy/cat.png");
Ext.derain();
print("The result is " + getTitle());
