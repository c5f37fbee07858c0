/** What the formats share: reading bytes within bounds, limits of size and time, and turning samples into pixels. */
package org.drsformer.image.file.content;
