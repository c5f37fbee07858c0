// Removes the rain from a dataset of ImageJ2, with the service of DRSformer. The result has the name, the axes and the
// colours of the dataset. A SciJava script for Fiji: a dialog asks for its parameters, and the command line can give
// them: fiji --headless --run Derain_Dataset.groovy "path='/photos/street.png'"
//
// What to change: nothing; leave the path empty for a sample.
#@ File (label = "Image", required = false, persist = false, description = "An image file; empty for a sample") path
#@ String (label = "Model", value = "compact", persist = false, description = "Its name, or the path of a .pth file") model
#@ DatasetIOService files
#@ DerainService derain
#@output Dataset derained

import net.imagej.axis.Axes
import net.imglib2.util.ImgUtil
import org.drsformer.macro.Samples

if (path == null)
	path = Samples.write().resolve("rainy/cat.png").toFile()
rainy = files.open(path.path)
derained = rainy.duplicate()
derained.name = "derained " + rainy.name
// three channels are red, green and blue; without a channel axis, the number is -1
ImgUtil.copy(derain.derain(rainy, model, rainy.dimensionIndex(Axes.CHANNEL)), derained)
println(derained.name + " has " + derained.numDimensions() + " axes")
