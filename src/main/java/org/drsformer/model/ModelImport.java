package org.drsformer.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;

import org.drsformer.DrsformerException;
import org.drsformer.WholeFile;

/**
 * Takes a checkpoint into the library: it is there as a whole, with its SHA-256 and card, or not at all.
 *
 * @param source any checkpoint of a DRSformer
 * @param target where the library keeps it
 */
record ModelImport(Path source, Path target) {

	Model run() {
		final Model model = Model.of(source);
		final String name = ModelName.stem(target);
		PublishedModel.byName(name).ifPresent(published -> published.requireFits(model.configuration(), source.toString()));
		final boolean there = isThere(model);
		makeFolder();
		final Card card = new Card(target);
		try {
			new Seal(target).write(model.sha256());
			card.write(model, source);
			if (!there)
				WholeFile.write(target, out -> copy(model, out));
		}
		catch (final DrsformerException failure) {
			if (!there)
				discard(card);
			throw failure;
		}
		return Model.of(target);
	}

	/** Importing the same file again is no mistake; one that was put there by hand gets what it lacks. */
	private boolean isThere(final Model model) {
		if (!Files.exists(target))
			return false;
		if (ModelSource.of(target).sha256().equals(model.sha256()))
			return true;
		throw new DrsformerException("There is another model called " + ModelName.stem(target) +
			"; remove it first, or import " + source + " under another name.");
	}

	private void makeFolder() {
		try {
			WholeFile.createFolders(target.getParent());
		}
		catch (final IOException failure) {
			throw new DrsformerException("The folder of your models, " + target.getParent() +
				", cannot be made; check that you may write there.", failure);
		}
	}

	private void copy(final Model model, final OutputStream out) throws IOException {
		final DigestOutputStream copy = new DigestOutputStream(out, ModelSource.newDigest());
		Files.copy(source, copy);
		if (!HexFormat.of().formatHex(copy.getMessageDigest().digest()).equals(model.sha256()))
			throw new IOException("the checkpoint " + source + " changed while it was copied");
	}

	private void discard(final Card card) {
		new Seal(target).file().toFile().delete();
		card.file().toFile().delete();
	}
}
