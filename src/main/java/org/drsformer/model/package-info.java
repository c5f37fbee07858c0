/**
 * The models: the bundled one, those that the authors of DRSformer publish, and the user's own. Each has a name, and is
 * refused if its SHA-256 has changed since it was imported.
 */
package org.drsformer.model;
