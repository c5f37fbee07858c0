/**
 * The command line: {@link org.drsformer.cli.Main}, with a package for each group of commands. Results go to standard
 * output, messages to standard error; the exit code tells whether all was done.
 */
package org.drsformer.cli;
