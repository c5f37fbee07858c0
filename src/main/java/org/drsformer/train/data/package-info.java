/**
 * The images that a network learns from and is validated with: pairs, or clean images to which rain is added.
 */
package org.drsformer.train.data;
