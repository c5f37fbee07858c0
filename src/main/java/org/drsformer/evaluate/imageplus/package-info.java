/**
 * Scores images of ImageJ ({@link org.drsformer.evaluate.imageplus.ImagePlusScore}), and shows where they differ.
 */
package org.drsformer.evaluate.imageplus;
