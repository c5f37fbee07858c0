package org.drsformer.model;

import java.util.Optional;

/**
 * The result of hashing the file of a model again.
 *
 * @param name the name of the model
 * @param sha256 the SHA-256 that its file has now
 * @param recorded the SHA-256 that it should have: that of the bundled model, or of the import; nothing for a file that
 *        somebody put into the folder by hand
 */
public record ModelCheck(String name, String sha256, Optional<String> recorded) {

	/** Returns whether the file has changed. */
	public boolean changed() {
		return recorded.isPresent() && !recorded.get().equals(sha256);
	}

	/** Returns one sentence for people. */
	public String sentence() {
		if (recorded.isEmpty())
			return name + ": put there by hand, so there is nothing to compare with; import it to record its SHA-256 " +
				sha256;
		return changed()
			? name + ": CHANGED, its SHA-256 is " + sha256 + " instead of " + recorded.get() +
				"; remove it and import it again"
			: name + ": unchanged, SHA-256 " + sha256;
	}
}
