/**
 * Reads Python pickles as data, with their descriptions of tensors.
 */
package org.drsformer.checkpoint.pickle;
