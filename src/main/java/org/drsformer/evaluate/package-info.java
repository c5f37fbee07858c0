/**
 * Scores results against their targets: the folders of one or more methods ({@link org.drsformer.evaluate.Evaluation}),
 * and images before and after their deraining ({@link org.drsformer.evaluate.ImprovementScorer}). The scores are those
 * of {@link org.drsformer.metric.Protocol}.
 */
package org.drsformer.evaluate;
