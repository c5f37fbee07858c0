/**
 * Checks whether everything that deraining needs is there: {@link org.drsformer.check.InstallationCheck}.
 */
package org.drsformer.check;
