/**
 * Derains files one after the other. One thread reads ahead of the network, and another writes behind it:
 * {@link org.drsformer.batch.pipeline.BatchPipeline}.
 */
package org.drsformer.batch.pipeline;
