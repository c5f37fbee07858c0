/**
 * Zip archives as PyTorch writes them.
 */
package org.drsformer.checkpoint.zip;
