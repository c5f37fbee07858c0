package org.drsformer.model;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Optional;

import org.drsformer.DrsformerException;
import org.drsformer.io.WholeFile;

/**
 * Copies a checkpoint into the library: as a whole, with its SHA-256 and its card, or not at all.
 *
 * @param source any checkpoint of a DRSformer or Restormer
 * @param library the library that it is copied into
 * @param name the name of the model
 */
record ModelImport(Path source, ModelLibrary library, String name) {

	/** Imports the checkpoint, and returns the imported model. */
	Model run() {
		final Model model = Model.of(source);
		PublishedModel.byName(name)
			.ifPresent(published -> published.requireFits(model.configuration(), source.toString()));
		makeFolder();
		try (LibraryLock lock = LibraryLock.of(library.folder())) {
			checkOther(model);
			library.removeParts();
			final Optional<Path> present = library.installed(name);
			final Path target = present.orElse(library.folder().resolve(ModelName.file(name, source)));
			record(model, target, present.isPresent());
			return Model.of(target);
		}
	}

	/** Checks that no other model has the name. The same file may be imported again, and gets what it lacks. */
	private void checkOther(final Model model) {
		library.installed(name)
			.filter(file -> !ModelSource.of(file).sha256().equals(model.sha256()))
			.ifPresent(file -> {
				throw new DrsformerException("There is another model called " + name + "; remove it first, or import " +
					source + " under another name.");
			});
	}

	private void makeFolder() {
		try {
			WholeFile.createFolders(library.folder());
		}
		catch (final IOException failure) {
			throw new DrsformerException(
				"The folder of your models, " + library.folder() + ", cannot be made; check that you may write there.",
				failure);
		}
	}

	/** Writes the files, the model last, so that the model is never there without its record. */
	private void record(final Model model, final Path target, final boolean there) {
		final ModelCard card = new ModelCard(target);
		final Sha256File sha256File = new Sha256File(target);
		try {
			sha256File.write(model.sha256());
			card.write(model, source);
			if (!there)
				WholeFile.write(target, out -> copy(model, out));
		}
		catch (final DrsformerException failure) {
			if (!there)
				discard(sha256File, card);
			throw failure;
		}
	}

	private void copy(final Model model, final OutputStream out) throws IOException {
		final DigestOutputStream copy = new DigestOutputStream(out, ModelSource.newDigest());
		Files.copy(source, copy);
		if (!HexFormat.of().formatHex(copy.getMessageDigest().digest()).equals(model.sha256()))
			throw new IOException("the checkpoint " + source + " changed while it was copied");
	}

	private static void discard(final Sha256File sha256File, final ModelCard card) {
		sha256File.file().toFile().delete();
		card.file().toFile().delete();
	}
}
