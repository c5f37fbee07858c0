/**
 * The settings of how a network learns: steps, learning rate, patches, optimizer.
 */
package org.drsformer.train.recipe;
