/**
 * Removes rain from an ImgLib2 image or frame by frame: {@link org.drsformer.derain.Derainer}, set by
 * {@link org.drsformer.derain.DerainSettings}. Networks are loaded once and shared by all who ask for the same model
 * ({@link org.drsformer.derain.SharedDerainers}).
 */
package org.drsformer.derain;
