/**
 * Rain that never fell: seeded layers of streaks, veil and haze, blended into clean images, to train with and to test
 * with. The same seed gives the same rain, to the last bit, on every machine.
 */
package org.drsformer.rain;
