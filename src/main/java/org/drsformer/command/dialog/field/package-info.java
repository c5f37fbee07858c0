/** The rows of a dialog: one kind of field for each kind of input. */
package org.drsformer.command.dialog.field;
