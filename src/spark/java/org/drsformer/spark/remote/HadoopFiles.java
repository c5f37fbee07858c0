package org.drsformer.spark.remote;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.drsformer.DrsformerException;
import org.drsformer.batch.manifest.RunRecord;
import org.drsformer.batch.settings.Shard;
import org.drsformer.io.RemoteStorage;

/**
 * Lets the driver use the file systems of Hadoop as it uses the local disk: what plans, decides and reports on one
 * computer does the same here. Files are read and listed as usual; they are written by {@link #put} only.
 */
public final class HadoopFiles extends FileSystemProvider implements RemoteStorage, RunRecord.Keeper, AutoCloseable {

	private static final int USUAL_PATIENCE = 30;

	private final Configuration configuration;
	private final int patience;
	private final Map<URI, HadoopFileSystem> opened = new HashMap<>();
	private final Map<Path, RemoteRecord> records = new HashMap<>();

	/** @param patience how many seconds a run may be silent before another run takes its folder over */
	public HadoopFiles(final Configuration configuration, final int patience) {
		this.configuration = new Configuration(configuration);
		// at the end of the program, the run ends in good order first
		this.configuration.setBoolean("fs.automatic.close", false);
		this.patience = patience;
	}

	/** Returns the file systems with the settings of Spark and of the cluster. */
	public static HadoopFiles ofSpark() {
		return new HadoopFiles(Addresses.configuration(),
			new SparkConf().getInt("spark.drsformer.leaseSeconds", USUAL_PATIENCE));
	}

	/**
	 * Returns the path that an address means.
	 *
	 * @param address such as {@code hdfs://node:8020/rainy}
	 * @throws DrsformerException if there is no such kind of file system, or it cannot be reached
	 */
	public Path path(final String address) {
		try {
			final org.apache.hadoop.fs.Path path = Addresses.hadoop(address);
			final HadoopFileSystem files = open(path.toUri());
			final HadoopPath place = files.getPath(path.toUri().getPath()).toAbsolutePath().normalize();
			files.listing().addRoot(place);
			return place;
		}
		catch (final IOException | RuntimeException failure) {
			throw new DrsformerException(
				"The address " + address + " cannot be used (" + reason(failure) +
					"); check it, and that Spark has the library and the settings of this kind of file system.",
				failure);
		}
	}

	private static String reason(final Exception failure) {
		return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
	}

	private synchronized HadoopFileSystem open(final URI address) throws IOException {
		final URI given = URI.create(
			address.getScheme() + "://" + (address.getRawAuthority() == null ? "" : address.getRawAuthority()) + "/");
		if (!opened.containsKey(given))
			opened.put(given,
				new HadoopFileSystem(this, org.apache.hadoop.fs.FileSystem.newInstance(address, configuration)));
		return opened.get(given);
	}

	/** Returns how tasks put results into the output folder of the run that is in progress. */
	public synchronized RemoteOutput output(final Path folder) {
		return records.get(folder).output();
	}

	/** Returns the computers that have a file on their disks, as far as its folder has been listed. */
	public static List<String> hosts(final Path file) {
		try {
			return file instanceof final HadoopPath path
				? path.getFileSystem().listing().find(path).map(Entry::hosts).orElse(List.of())
				: List.of();
		}
		catch (final IOException unknown) {
			return List.of();
		}
	}

	@Override
	public void put(final Path local, final Path place) throws IOException {
		final HadoopPath target = HadoopPath.of(place);
		createDirectory(target.getParent());
		Publisher.of(target.getFileSystem().hadoop())
			.publish(local, target.hadoop(), target.hadoop().getParent(), () -> {});
		target.getFileSystem().listing().forget(target);
	}

	@Override
	public RunRecord open(final Path folder, final Shard shard) {
		final RemoteRecord record = RemoteRecord.open(HadoopPath.of(folder), shard, patience);
		synchronized (this) {
			records.put(folder, record);
		}
		return record;
	}

	/** Closes all connections. */
	@Override
	public synchronized void close() {
		for (final HadoopFileSystem files : opened.values())
			try {
				files.hadoop().close();
			}
			catch (final IOException failure) {
				throw new DrsformerException(
					"The connection to " + files.address() + " cannot be closed (" + reason(failure) + ").", failure);
			}
		opened.clear();
	}

	@Override
	public String getScheme() {
		return "hadoop";
	}

	@Override
	public HadoopFileSystem newFileSystem(final URI address, final Map<String, ?> settings) throws IOException {
		return open(address);
	}

	@Override
	public HadoopFileSystem getFileSystem(final URI address) {
		return HadoopPath.of(path(address.toString())).getFileSystem();
	}

	@Override
	public Path getPath(final URI address) {
		return path(address.toString());
	}

	@Override
	public SeekableByteChannel newByteChannel(final Path path, final Set<? extends OpenOption> options,
		final FileAttribute<?>... attributes) throws IOException
	{
		if (!options.isEmpty() && !options.equals(Set.of(StandardOpenOption.READ)))
			throw new UnsupportedOperationException(path + " can only be written as a whole");
		final HadoopPath file = HadoopPath.of(path);
		final long size = entry(file).bytes();
		return new ReadChannel(file.getFileSystem().hadoop().open(file.hadoop()), size);
	}

	private static Entry entry(final HadoopPath path) throws IOException {
		return path.getFileSystem().listing().find(path).orElseThrow(() -> new NoSuchFileException(path.toString()));
	}

	@Override
	public DirectoryStream<Path> newDirectoryStream(final Path folder,
		final DirectoryStream.Filter<? super Path> filter) throws IOException
	{
		final HadoopPath place = HadoopPath.of(folder);
		final List<Path> found = new ArrayList<>();
		for (final String name : List.copyOf(place.getFileSystem().listing().in(place).keySet())) {
			final Path entry = place.resolve(place.getFileSystem().getPath(name));
			if (filter.accept(entry))
				found.add(entry);
		}
		return new DirectoryStream<>() {

			@Override
			public Iterator<Path> iterator() {
				return found.iterator();
			}

			@Override
			public void close() {
				// everything has been read
			}
		};
	}

	/** Makes a folder. An object store has none: they are the beginnings of names. */
	@Override
	public void createDirectory(final Path folder, final FileAttribute<?>... attributes) throws IOException {
		final HadoopPath place = HadoopPath.of(folder);
		if (!Publisher.isObjectStore(place.getFileSystem().hadoop().getUri()))
			place.getFileSystem().hadoop().mkdirs(place.hadoop());
		place.getFileSystem().listing().addFolder(place);
	}

	@Override
	public void delete(final Path path) throws IOException {
		final HadoopPath place = HadoopPath.of(path);
		entry(place);
		place.getFileSystem().hadoop().delete(place.hadoop(), false);
		place.getFileSystem().listing().forget(place);
	}

	@Override
	public void copy(final Path source, final Path target, final CopyOption... options) {
		throw new UnsupportedOperationException(target + " can only be written from a local file");
	}

	@Override
	public void move(final Path source, final Path target, final CopyOption... options) {
		throw new UnsupportedOperationException(target + " can only be written from a local file");
	}

	@Override
	public boolean isSameFile(final Path one, final Path other) {
		return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
	}

	@Override
	public boolean isHidden(final Path path) {
		return path.getFileName() != null && path.getFileName().toString().startsWith(".");
	}

	@Override
	public FileStore getFileStore(final Path path) {
		throw new UnsupportedOperationException("Hadoop has no disks of its own");
	}

	/** Says whether there is a file. Whether it may be read or written is known when that is tried. */
	@Override
	public void checkAccess(final Path path, final AccessMode... modes) throws IOException {
		final HadoopPath place = HadoopPath.of(path);
		// the folders of an object store begin to exist with their first object
		if (!List.of(modes).contains(AccessMode.WRITE))
			entry(place);
	}

	@Override
	public <V extends FileAttributeView> V getFileAttributeView(final Path path, final Class<V> type,
		final LinkOption... options)
	{
		return null;
	}

	@Override
	public <A extends BasicFileAttributes> A readAttributes(final Path path, final Class<A> type,
		final LinkOption... options) throws IOException
	{
		if (!type.equals(BasicFileAttributes.class))
			throw new UnsupportedOperationException("only basic attributes");
		return type.cast(entry(HadoopPath.of(path)));
	}

	@Override
	public Map<String, Object> readAttributes(final Path path, final String attributes, final LinkOption... options) {
		throw new UnsupportedOperationException("only basic attributes");
	}

	@Override
	public void setAttribute(final Path path, final String attribute, final Object value, final LinkOption... options) {
		throw new UnsupportedOperationException("attributes cannot be set");
	}
}
