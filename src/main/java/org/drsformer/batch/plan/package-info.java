/**
 * What is to be done before anything is done: finds the files, decides about each, and checks that no result is in the
 * way of another.
 */
package org.drsformer.batch.plan;
