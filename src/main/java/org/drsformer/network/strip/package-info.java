/**
 * Runs operations on a map strip by strip, with the rows around each that its result depends on: memory is bounded, and
 * the result is that of the whole map.
 */
package org.drsformer.network.strip;
