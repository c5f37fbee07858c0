/** What is compared of a colour image: one of the forms of luma that the field uses, or every channel. */
package org.drsformer.metric.luma;
