/**
 * The functions for the macro language of ImageJ, {@code Ext.derain()} and others. They work with and without a window.
 * A function that fails aborts the macro with one sentence.
 */
package org.drsformer.macro;
