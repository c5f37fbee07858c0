/**
 * One step of learning: loss, gradient, optimizer, and the moving average of the weights.
 */
package org.drsformer.train.learner;
