// Removes the rain from all images of a folder, with the command of the menu. A SciJava script for Fiji: a dialog
// asks for its parameters, and the command line can give them.
//
// What to change: nothing; leave the folders empty to try it with samples.
#@ File (label = "Input folder", style = "directory", required = false, persist = false, description = "Rainy images") input
#@ File (label = "Output folder", style = "directory", required = false, persist = false, description = "Made if missing") output
#@ String (label = "Model", value = "compact", persist = false, description = "Its name, or the path of a .pth file") model

import ij.IJ
import org.drsformer.macro.Samples

if (input == null)
	input = Samples.write().resolve("rainy").toFile()
if (output == null)
	output = new File(input.path + "-derained")
// with a string of options no dialog opens; the log has the failures
IJ.run("Derain Folder...", "input=[" + input + "] output=[" + output + "] model=[" + model + "]")
println("The results are in " + output)
