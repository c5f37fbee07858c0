/** The scores of an evaluation: of single images, and over a data set. */
package org.drsformer.evaluate.score;
