/**
 * The bytes of a checkpoint. Every read is checked against their length.
 */
package org.drsformer.checkpoint.source;
