/**
 * {@code train}.
 */
package org.drsformer.cli.train;
