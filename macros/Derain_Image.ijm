// Removes the rain from one image, and shows the result and the rain that was taken away.
//
// What to change:
//   path   the image; empty for the one that is open, or for a sample if none is
//   model  the model: one of those that Ext.models() lists, or the path of a .pth file
path = "";
model = "compact";

run("DRSformer Macro Functions");
Ext.useModel(model);
if (path != "")
	open(path);
else if (nImages == 0)
	open(Ext.samples() + "rainy/cat.png");
rainy = getTitle();
Ext.derain();
derained = getTitle();
imageCalculator("Subtract create", rainy, derained);
rename("Rain of " + rainy);
selectImage(derained);
print(rainy + " was derained: " + derained);
