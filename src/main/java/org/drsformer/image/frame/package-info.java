/**
 * Images of any dimension and pixel type as sequences of frames ({@link org.drsformer.image.frame.Frames}), by ImgLib2
 * alone: the scores build on it without ImageJ.
 */
package org.drsformer.image.frame;
