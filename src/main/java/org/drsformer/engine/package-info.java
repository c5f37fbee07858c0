/**
 * Starts DJL's PyTorch engine so that it works inside of Fiji as well as outside, chooses the device, and turns the
 * failures of both into messages that help.
 */
package org.drsformer.engine;
