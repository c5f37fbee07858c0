/** Images as the metrics read them: frame by frame, row by row. */
package org.drsformer.metric.plane;
