// Removes the rain from one image with the command of the menu: the line is one that the recorder writes
// (Plugins > Macros > Record...), with its options. What it leaves out has its default, and no dialog opens.
//
// What to change:
//   path     the image; empty for the one that is open, or for a sample if none is
//   options  those of Plugins > DRSformer > Derain Image..., by their names
path = "";
options = "model=compact rain=true";

run("DRSformer Macro Functions");
if (path != "")
	open(path);
else if (nImages == 0)
	open(Ext.samples() + "rainy/raccoon.png");
run("Derain Image...", options);
print("The result is " + getTitle());
