/**
 * Runs operations on a map strip by strip, each with the neighbouring rows that its result depends on (its halo). This
 * bounds the memory, and gives the result of the whole map.
 */
package org.drsformer.network.strip;
