/**
 * Which files are derained, where the results go, and what becomes of results that are there already:
 * {@link org.drsformer.batch.settings.BatchSettings} and the values that it is made of.
 */
package org.drsformer.batch.settings;
