/**
 * The layers that the blocks are made of, each with its weights.
 */
package org.drsformer.network.layer;
