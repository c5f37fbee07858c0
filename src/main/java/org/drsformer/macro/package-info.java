/**
 * The functions for the macro language of ImageJ, {@code Ext.derain()} and others. They work with and without a window,
 * and abort the macro with one sentence when they fail.
 */
package org.drsformer.macro;
