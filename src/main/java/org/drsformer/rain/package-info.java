/**
 * Synthetic rain for training and tests: random layers of streaks, veil and haze, blended into clean images. The same
 * seed gives the same rain, to the last bit, on every machine.
 */
package org.drsformer.rain;
