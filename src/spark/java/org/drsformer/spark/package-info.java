/**
 * Derains and evaluates folders on a cluster with Apache Spark; compiled by the Maven profile {@code spark} only. The
 * driver plans, decides, records and reports as on one computer; executors only derain or score.
 */
package org.drsformer.spark;
