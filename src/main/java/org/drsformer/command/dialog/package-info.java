/**
 * The dialogs of the commands, the same in Fiji and in a plain ImageJ: they show the real defaults, remember the last
 * values, and check what is entered.
 */
package org.drsformer.command.dialog;
