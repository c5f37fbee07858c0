/**
 * The SciJava commands in Plugins &gt; DRSformer. They take and give images of ImageJ; other packages do the work.
 */
package org.drsformer.command;
