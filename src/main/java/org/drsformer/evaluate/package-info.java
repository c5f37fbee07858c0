/**
 * Scores results against their targets: two images of ImageJ ({@link org.drsformer.evaluate.ImagePlusScore}), the
 * folders of one or more methods ({@link org.drsformer.evaluate.Evaluation}), images before and after their deraining
 * ({@link org.drsformer.evaluate.Twins}). What is computed is that of {@link org.drsformer.metric.Protocol}.
 */
package org.drsformer.evaluate;
