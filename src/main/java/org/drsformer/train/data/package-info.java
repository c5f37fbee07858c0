/**
 * What a network learns from and is validated with: pairs, or clean images in which it is made to rain.
 */
package org.drsformer.train.data;
