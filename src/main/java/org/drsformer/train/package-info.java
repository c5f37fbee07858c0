/**
 * Trains and fine-tunes the network: {@link org.drsformer.train.Training} plans and runs a training, which leaves
 * checkpoints, a log and samples in a folder. Depends on no user interface.
 */
package org.drsformer.train;
