/**
 * AVI, a frame at a time.
 */
package org.drsformer.image.file.avi;
