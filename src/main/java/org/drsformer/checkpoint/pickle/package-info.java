/**
 * Reads Python pickles as data, and what they say of tensors.
 */
package org.drsformer.checkpoint.pickle;
