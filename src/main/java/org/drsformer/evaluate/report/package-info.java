/** The results of an evaluation as CSV, JSON, tables and plots. */
package org.drsformer.evaluate.report;
