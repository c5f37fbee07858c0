/**
 * What the formats have in common: bytes that are read within bounds, limits of size and time, samples that become
 * pixels.
 */
package org.drsformer.image.file.content;
