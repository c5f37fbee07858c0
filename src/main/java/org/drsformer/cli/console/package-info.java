/**
 * The output of the commands: progress, tables, and exit codes.
 */
package org.drsformer.cli.console;
