/**
 * Options that several commands have, and how they are read.
 */
package org.drsformer.cli.option;
