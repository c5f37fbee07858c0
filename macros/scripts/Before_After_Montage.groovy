// Puts each image of a folder beside its derained self, all pairs below each other, in one picture. A SciJava script
// for Fiji: a dialog asks for its parameters, and the command line can give them.
//
// What to change: nothing; leave the folder empty to try it with samples.
#@ File (label = "Input folder", style = "directory", required = false, persist = false, description = "Rainy images") input
#@ String (label = "Model", value = "compact", persist = false, description = "Its name, or the path of a .pth file") model
#@ DerainService derain
#@output ImagePlus montage

import ij.IJ
import ij.ImagePlus
import ij.process.ColorProcessor
import org.drsformer.Progress
import org.drsformer.derain.imageplus.ImagePlusDerainer
import org.drsformer.macro.Samples

if (input == null)
	input = Samples.write().resolve("rainy").toFile()
network = derain.open(derain.settings(model))
try {
	pairs = input.listFiles().sort().collect { IJ.openImage(it.path) }.findAll { it != null }.collect {
		[it, ImagePlusDerainer.derain(it, network, Progress.NONE)]
	}
}
finally {
	network.close()
}
width = pairs.collect { it[0].width }.max()
picture = new ColorProcessor(2 * width, pairs.sum { it[0].height })
top = 0
for (pair in pairs) {
	picture.insert(pair[0].getProcessor().convertToRGB(), 0, top)
	picture.insert(pair[1].getProcessor().convertToRGB(), width, top)
	top += pair[0].height
}
montage = new ImagePlus("Before and after", picture)
