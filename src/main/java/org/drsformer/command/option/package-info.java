/**
 * The inputs of the commands: checks and completes them without a dialog when a macro gives them, and looks choices up
 * when a dialog needs them.
 */
package org.drsformer.command.option;
