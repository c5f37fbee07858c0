/** Measures what rain looks like: statistics of the layer that rain adds to an image, whoever made it. */
package org.drsformer.rain.measure;
