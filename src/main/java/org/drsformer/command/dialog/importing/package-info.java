/** The list of models in dialogs, and the import of a published model in one step. */
package org.drsformer.command.dialog.importing;
