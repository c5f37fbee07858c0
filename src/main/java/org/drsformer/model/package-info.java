/**
 * The models at hand: the bundled one, those that the authors of DRSformer publish, and the user's own, each known by a
 * name and held to the SHA-256 that it had when it was imported.
 */
package org.drsformer.model;
