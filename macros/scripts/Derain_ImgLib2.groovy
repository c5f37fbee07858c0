// Removes the rain from an image of ImgLib2, for scripts and plugins that do not work with ImageJ's own images.
//
// What to change: `rainy`, here a drawn image of 16 bits; it can have any number of axes, of which all but the first two
// count frames, and any type that is RGB or a real number.
#@ DerainService derain
#@output String text

import net.imglib2.img.array.ArrayImgs
import net.imglib2.util.Intervals

rainy = ArrayImgs.unsignedShorts(64, 48)
cursor = rainy.localizingCursor()
while (cursor.hasNext()) {
	cursor.fwd()
	cursor.get().set(16 * (cursor.getIntPosition(0) + cursor.getIntPosition(1)))
}
clean = derain.derain(rainy, derain.models()[0])
text = Intervals.toString(clean) + " of " + clean.getType().getClass().getSimpleName()
