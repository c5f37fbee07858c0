/**
 * Removes rain: from an ImgLib2 image or frame by frame ({@link org.drsformer.derain.Derainer}), from an image of ImageJ
 * ({@link org.drsformer.derain.ImagePlusDerainer}), from files and folders ({@link org.drsformer.derain.DerainFiles}).
 */
package org.drsformer.derain;
