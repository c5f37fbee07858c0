/**
 * Images as the metrics read them: plane by plane, row by row.
 */
package org.drsformer.metric.plane;
