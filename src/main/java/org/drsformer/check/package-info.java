/**
 * Looks whether everything is there that deraining needs: {@link org.drsformer.check.InstallationCheck}.
 */
package org.drsformer.check;
