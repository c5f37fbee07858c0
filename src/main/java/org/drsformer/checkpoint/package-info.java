/**
 * Reads and writes the {@code .pth} files of PyTorch, and reads {@code .safetensors} files, without Python and without
 * running anything that a file may contain. {@link org.drsformer.checkpoint.Checkpoint} is the entry.
 */
package org.drsformer.checkpoint;
