/**
 * Reads and writes the {@code .pth} files of PyTorch, in both of their forms, and reads those of safetensors, without
 * Python and without running anything that a file may contain: {@link org.drsformer.checkpoint.Checkpoint}.
 */
package org.drsformer.checkpoint;
