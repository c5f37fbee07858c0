/**
 * The inputs of the commands when a macro runs them: checks them, and completes them without a dialog.
 */
package org.drsformer.command.option;
