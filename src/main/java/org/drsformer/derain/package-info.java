/**
 * Removes rain from an ImgLib2 image or frame by frame: {@link org.drsformer.derain.Derainer}, set by
 * {@link org.drsformer.derain.DerainSettings}. A network is loaded once and shared by all who use the same model
 * ({@link org.drsformer.derain.SharedDerainers}).
 */
package org.drsformer.derain;
