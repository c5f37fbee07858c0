/**
 * Removes rain from images of ImageJ ({@link org.drsformer.derain.imageplus.ImagePlusDerainer}), and puts the planes of
 * the result into a new image, the image itself, a file or a folder
 * ({@link org.drsformer.derain.imageplus.ImageTarget}).
 */
package org.drsformer.derain.imageplus;
