/** Offers the commands in the menu of a plain ImageJ, which does not know SciJava. */
package org.drsformer.command.bridge;
