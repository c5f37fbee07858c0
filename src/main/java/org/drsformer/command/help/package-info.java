/** Shows the documents, which are in our jar, so that help needs no network. */
package org.drsformer.command.help;
