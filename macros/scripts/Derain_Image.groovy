// Removes the rain from one image, with the service of DRSformer. A SciJava script for Fiji: a dialog asks for its
// parameters, and the command line can give them: fiji --headless --run Derain_Image.groovy
// "path='/photos/street.png'"
//
// What to change: nothing; leave the path empty for the image that is open, or for a sample if none is.
#@ File (label = "Image", required = false, persist = false, description = "Empty for the image that is open") path
#@ String (label = "Model", value = "compact", persist = false, description = "Its name, or the path of a .pth file") model
#@ DerainService derain
#@output ImagePlus derained

import ij.IJ
import ij.WindowManager
import org.drsformer.Progress
import org.drsformer.derain.imageplus.ImagePlusDerainer
import org.drsformer.macro.Samples

image = path != null ? IJ.openImage(path.path) : WindowManager.currentImage
if (image == null)
	image = IJ.openImage(Samples.write().resolve("rainy/cat.png").toString())
network = derain.open(derain.settings(model))
try {
	derained = ImagePlusDerainer.derain(image, network, Progress.NONE)
}
finally {
	network.close()
}
println("The result is " + derained.title)
