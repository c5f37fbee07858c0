// Derains an image without a window and compares the result with what it should be; verify.sh runs this, and the build.
// Argument: the rainy image, the expected one, and the file to write, with | between them.

files = split(getArgument(), "|");
Ext.install("org.drsformer.macro.DrsformerFunctions");
print("DRSformer for Fiji " + Ext.version() + " in ImageJ " + getVersion());
Ext.set("device", "cpu");
open(files[0]);
Ext.derain();
saveAs("png", files[2]);
derained = pixels();
open(files[1]);
expected = pixels();
largest = 0;
for (i = 0; i < expected.length; i++)
	largest = maxOf(largest, difference(derained[i], expected[i]));
if (derained.length != expected.length || largest > 1)
	exit("NOT VERIFIED: the result differs from the expected one by up to " + largest + " gray levels");
print("VERIFIED: the result is the expected one (it differs by up to " + largest + " gray levels)");

// The pixels of the active image, row by row.
function pixels() {
	values = newArray(getWidth() * getHeight());
	for (y = 0; y < getHeight(); y++)
		for (x = 0; x < getWidth(); x++)
			values[y * getWidth() + x] = getPixel(x, y);
	return values;
}

// The largest difference of two colours in red, green or blue.
function difference(a, b) {
	largest = 0;
	for (shift = 0; shift < 24; shift += 8)
		largest = maxOf(largest, abs(((a >> shift) & 255) - ((b >> shift) & 255)));
	return largest;
}
