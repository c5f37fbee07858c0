/**
 * The command {@code train}.
 */
package org.drsformer.cli.train;
