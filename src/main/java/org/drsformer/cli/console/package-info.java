/**
 * What the commands print: progress, tables, and exit codes.
 */
package org.drsformer.cli.console;
