/**
 * The architecture, the variant and the sizes of a network, which are read off the names and shapes in a checkpoint.
 */
package org.drsformer.network.configuration;
