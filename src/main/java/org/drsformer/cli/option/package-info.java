/**
 * Options that several commands share, and the conversion of their values.
 */
package org.drsformer.cli.option;
