/** Measures rain: statistics of the layer that natural or synthetic rain adds to an image. */
package org.drsformer.rain.measure;
