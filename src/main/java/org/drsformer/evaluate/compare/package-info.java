/** Compares two methods image by image: is the difference of their means more than chance? */
package org.drsformer.evaluate.compare;
