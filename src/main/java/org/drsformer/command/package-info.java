/**
 * The commands in Plugins &gt; DRSformer, for SciJava. They take and give images of ImageJ; what they do is elsewhere.
 */
package org.drsformer.command;
