/** The commands in the menu of a plain ImageJ, which knows nothing of SciJava. */
package org.drsformer.command.bridge;
