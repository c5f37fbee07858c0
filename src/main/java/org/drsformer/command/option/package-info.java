/**
 * The inputs of the commands: checked and completed without a dialog when a macro gives them, and with choices that are
 * looked up when a dialog is about to show them.
 */
package org.drsformer.command.option;
