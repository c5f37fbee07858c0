/**
 * The quality of an image without a target: NIQE and BRISQUE, as the MATLAB releases of their authors compute them.
 * {@link org.drsformer.metric.noreference.NoReference} has both by name. Nothing here keeps state between calls.
 */
package org.drsformer.metric.noreference;
