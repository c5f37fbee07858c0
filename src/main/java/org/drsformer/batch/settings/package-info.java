/**
 * Settings that say which files are derained, where the results go, and what happens to results that exist:
 * {@link org.drsformer.batch.settings.BatchSettings} and its parts.
 */
package org.drsformer.batch.settings;
