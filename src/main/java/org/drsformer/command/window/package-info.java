/**
 * Shows images, tables, plots, and a question before a download.
 */
package org.drsformer.command.window;
