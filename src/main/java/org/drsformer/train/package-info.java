/** Trains and fine-tunes the network: data, schedules, optimiser, checkpoints, validation. Knows no user interface. */
package org.drsformer.train;
