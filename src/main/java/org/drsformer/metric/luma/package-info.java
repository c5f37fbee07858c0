/**
 * What of a colour image is compared: one of the forms of luma that the field uses, or every channel.
 */
package org.drsformer.metric.luma;
