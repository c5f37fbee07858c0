/**
 * The command line: {@link org.drsformer.cli.Main} and a class for each command. Results go to standard output,
 * messages to standard error; the exit code tells whether all was done.
 */
package org.drsformer.cli;
