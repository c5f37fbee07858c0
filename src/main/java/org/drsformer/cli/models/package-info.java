/**
 * The command {@code models} and its subcommands.
 */
package org.drsformer.cli.models;
