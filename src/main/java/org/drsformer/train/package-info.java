/**
 * Trains and fine-tunes the network: {@link org.drsformer.train.Training} plans and runs, and leaves checkpoints, a log
 * and samples in a folder. Knows no user interface.
 */
package org.drsformer.train;
