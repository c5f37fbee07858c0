// Removes the rain from a time-lapse, with the command of the menu: frame by frame from the disk and back to it, so
// that it may be larger than the memory. A SciJava script for Fiji: a dialog asks for its parameters, and the command
// line can give them.
//
// What to change: nothing; leave the input empty to try it with a sample.
#@ File (label = "Input", style = "both", required = false, persist = false, description = "A stack, or a folder of frames") input
#@ File (label = "Output file", style = "save", required = false, persist = false, description = "A TIFF file") output
#@ String (label = "Value range", value = "auto", persist = false, description = "Black and white, such as 0..4095") range

import ij.IJ
import ij.plugin.FolderOpener
import org.drsformer.macro.Samples

if (input == null)
	input = Samples.write().resolve("rainy").toFile()
if (output == null)
	output = new File(input.path + "-derained.tif")
stack = input.directory ? FolderOpener.open(input.path, "virtual") : IJ.openVirtual(input.path)
// with a string of options no dialog opens
IJ.run(stack, "Derain Image...", "range=[" + range + "] save=[" + output + "]")
println(stack.stackSize + " frames were derained into " + output)
