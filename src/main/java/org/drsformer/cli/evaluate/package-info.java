/**
 * The commands {@code evaluate} and {@code metrics}.
 */
package org.drsformer.cli.evaluate;
