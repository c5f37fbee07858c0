/**
 * Scores images of ImageJ ({@link org.drsformer.evaluate.imageplus.ImagePlusScore}) and shows where they differ
 * ({@link org.drsformer.evaluate.imageplus.ComparisonMaps}).
 */
package org.drsformer.evaluate.imageplus;
