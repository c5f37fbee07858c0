/**
 * Removes rain: from an ImgLib2 image or frame by frame ({@link org.drsformer.derain.Derainer}), from an image of
 * ImageJ ({@link org.drsformer.derain.ImagePlusDerainer}), from files and folders
 * ({@link org.drsformer.derain.DerainFiles}).
 * <p>
 * Of a run over files, {@code FileInputs} finds them, {@code FileDecider} says what is to be done with each,
 * {@link org.drsformer.derain.FilesPipeline} does them, and {@link org.drsformer.derain.Manifest} remembers it.
 */
package org.drsformer.derain;
