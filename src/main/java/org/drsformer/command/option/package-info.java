/** The options of commands when a macro runs them: checked, and completed by their defaults without a dialog. */
package org.drsformer.command.option;
