/**
 * The preview of a dialog: derains the part of the image that is visible, and shows it in place while the dialog is
 * open ({@link org.drsformer.command.preview.PreviewBox}). The image itself is never changed.
 */
package org.drsformer.command.preview;
