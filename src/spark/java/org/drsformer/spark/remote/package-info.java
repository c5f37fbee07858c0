/**
 * Files in the file systems of Hadoop, such as HDFS and S3: they are listed, read and written through paths of
 * {@code java.nio.file}, appear complete or not at all, and cannot be written by a run that has been replaced.
 */
package org.drsformer.spark.remote;
