package org.drsformer.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import org.drsformer.DrsformerException;
import org.drsformer.cli.option.PathConverter;
import org.drsformer.io.RemoteStorage;
import org.drsformer.spark.remote.Addresses;
import org.drsformer.spark.remote.HadoopFiles;

import picocli.CommandLine.ITypeConverter;

/** Reads paths and addresses in the options of a run on a cluster. */
final class RunAddresses implements ITypeConverter<Path>, AutoCloseable {

	private final PathConverter paths = new PathConverter();
	private HadoopFiles files;

	@Override
	public Path convert(final String text) {
		if (text.startsWith("file:/"))
			return paths.convert(Path.of(URI.create(text.replaceFirst("^file:/+", "file:///"))).toString());
		return Addresses.is(text) ? files().path(text) : paths.convert(text);
	}

	private synchronized HadoopFiles files() {
		if (files == null)
			files = HadoopFiles.ofSpark();
		return files;
	}

	/**
	 * Returns the model to use: a copy on this computer if the user gives an address.
	 *
	 * @throws DrsformerException if the file cannot be read
	 */
	String model(final String text) {
		if (!Addresses.is(text) && !text.startsWith("file:/"))
			return text;
		final Path file = convert(text);
		if (RemoteStorage.of(file).isEmpty())
			return file.toString();
		try {
			final Path folder = Files.createTempDirectory("drsformer");
			final Path copy = folder.resolve(file.getFileName().toString());
			folder.toFile().deleteOnExit();
			copy.toFile().deleteOnExit();
			Addresses.copy(file.toString(), copy);
			return copy.toString();
		}
		catch (final IOException failure) {
			throw new DrsformerException(
				"The model " + text + " cannot be read (" + failure.getMessage() + "); check the address.", failure);
		}
	}

	@Override
	public synchronized void close() {
		if (files != null)
			files.close();
		files = null;
	}
}
