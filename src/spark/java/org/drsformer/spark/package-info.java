/**
 * Derains and evaluates folders on a cluster with Apache Spark; compiled by the Maven profile {@code spark} only. The
 * driver plans, decides, records and reports as a run on one computer does; executors only derain or score.
 */
package org.drsformer.spark;
