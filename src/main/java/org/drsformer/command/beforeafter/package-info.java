/**
 * A window that shows an image before and after deraining, with a line between them to drag
 * ({@link org.drsformer.command.beforeafter.BeforeAfter}).
 */
package org.drsformer.command.beforeafter;
