package org.drsformer.model;

import java.util.Optional;

/**
 * What hashing a model's file again says.
 *
 * @param name of the model
 * @param sha256 that its file has now
 * @param recorded the one that it should have: the bundled model's own, or that of the import; nothing for a file that
 *        was put into the folder by hand
 */
public record ModelCheck(String name, String sha256, Optional<String> recorded) {

	/** Whether the file is not what it was. */
	public boolean changed() {
		return recorded.isPresent() && !recorded.get().equals(sha256);
	}

	/** For people. */
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
