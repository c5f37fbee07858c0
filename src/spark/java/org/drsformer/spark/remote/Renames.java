package org.drsformer.spark.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;

import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.drsformer.io.PartName;

/** Writes a file under another name and renames it. */
record Renames(FileSystem files) implements Publisher {

	/**
	 * {@inheritDoc}
	 *
	 * The folder for the unfinished file is not made: after another run has removed it, the rename fails, however late.
	 */
	@Override
	public void publish(final java.nio.file.Path local, final Path place, final Path staging,
		final Permission permission) throws IOException
	{
		final Path part = new Path(staging,
			"." + PartName.shortened(place.getName()) + "." + UUID.randomUUID() + ".part");
		boolean renamed = false;
		try {
			try (FSDataOutputStream out = files.createFile(part).overwrite(false).build()) {
				Files.copy(local, out);
				out.hsync();
			}
			permission.ask();
			FileContext.getFileContext(files.getUri(), files.getConf()).rename(part, place, Rename.OVERWRITE);
			renamed = true;
		}
		finally {
			if (!renamed)
				files.delete(part, false);
		}
	}
}
