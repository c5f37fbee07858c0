/**
 * The command line: {@link org.drsformer.cli.Main}, with a package for each group of commands. Results go to standard
 * output and messages to standard error; the exit code says whether everything was done.
 */
package org.drsformer.cli;
