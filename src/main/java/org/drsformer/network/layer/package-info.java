/**
 * The layers that the blocks of the network are made of, each with its weights.
 */
package org.drsformer.network.layer;
