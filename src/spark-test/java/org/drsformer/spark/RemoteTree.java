package org.drsformer.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.drsformer.spark.remote.Addresses;

import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** A folder in a file system of Hadoop, as a test fills and reads it. */
public record RemoteTree(String address) {

	private static final Map<String, FileSystem> OPEN = new HashMap<>();

	public FileSystem files() throws IOException {
		synchronized (OPEN) {
			final String store = root().toUri().getScheme() + "://" + root().toUri().getAuthority();
			if (!OPEN.containsKey(store))
				OPEN.put(store, FileSystem.newInstance(root().toUri(), Addresses.configuration()));
			return OPEN.get(store);
		}
	}

	public org.apache.hadoop.fs.Path root() {
		return new org.apache.hadoop.fs.Path(address);
	}

	/** Copies all files of a local folder. */
	public RemoteTree fill(final Path local) throws IOException {
		try (Stream<Path> all = Files.walk(local)) {
			for (final Path file : all.filter(Files::isRegularFile).toList())
				copy(file, new org.apache.hadoop.fs.Path(root(), local.relativize(file).toString()));
		}
		return this;
	}

	private void copy(final Path file, final org.apache.hadoop.fs.Path place) throws IOException {
		try (OutputStream out = files().create(place)) {
			Files.copy(file, out);
		}
	}

	/** Returns the checksums of all files but the manifests, by their paths below the folder. */
	Map<String, String> contents() throws IOException {
		final Map<String, String> contents = new TreeMap<>();
		for (final LocatedFileStatus file : all())
			if (!file.getPath().getName().endsWith(".jsonl") && !below(file).startsWith(".drsformer"))
				contents.put(below(file), checksum(file.getPath()));
		return contents;
	}

	/** Returns the names of all files. */
	public List<String> names() throws IOException {
		return all().stream().map(this::below).sorted().toList();
	}

	private String below(final LocatedFileStatus file) {
		return root().toUri().relativize(file.getPath().toUri()).getPath();
	}

	private List<LocatedFileStatus> all() throws IOException {
		final List<LocatedFileStatus> found = new ArrayList<>();
		if (!files().exists(root()))
			return found;
		final RemoteIterator<LocatedFileStatus> files = files().listFiles(root(), true);
		while (files.hasNext())
			found.add(files.next());
		return found;
	}

	private String checksum(final org.apache.hadoop.fs.Path file) throws IOException {
		final CRC32 sum = new CRC32();
		try (InputStream in = files().open(file)) {
			sum.update(in.readAllBytes());
		}
		return Long.toHexString(sum.getValue());
	}

	/** Returns what is left of unfinished work: files, folders and uploads. */
	public List<String> leftovers() throws IOException {
		final List<String> left = new ArrayList<>(
			names().stream().filter(name -> name.contains(".drsformer") || name.contains(".part")).toList());
		if (files().exists(new org.apache.hadoop.fs.Path(root(), ".drsformer")))
			left.add(".drsformer");
		names().stream().filter(name -> name.contains("manifest-run")).forEach(left::add);
		if (files() instanceof final S3AFileSystem s3)
			for (final RemoteIterator<MultipartUpload> open = s3
				.listUploads(root().toUri().getPath().substring(1)); open.hasNext();)
				left.add("upload " + open.next().key());
		return left;
	}
}
