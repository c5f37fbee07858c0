/**
 * The command {@code derain}.
 */
package org.drsformer.cli.derain;
