/**
 * The bytes of a checkpoint, every read of which is checked against their length.
 */
package org.drsformer.checkpoint.source;
