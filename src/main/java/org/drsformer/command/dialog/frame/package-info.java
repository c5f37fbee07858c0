/** What all dialogs have: the window with its buttons, a message, and files that are chosen or dropped. */
package org.drsformer.command.dialog.frame;
