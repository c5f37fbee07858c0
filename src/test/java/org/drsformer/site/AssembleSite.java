package org.drsformer.site;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What {@code mvn -Pupdate-site package} runs: puts the site together and checks it. */
final class AssembleSite {

	private AssembleSite() {
		// static functions only
	}

	/**
	 * @param args the folder of the project; that of all jars; that of the site; and, for a zip with natives, the
	 *        system, such as {@code linux-x86_64}
	 */
	public static void main(final String[] args) throws IOException {
		final UpdateSite site = new UpdateSite(Path.of(args[0]), Path.of(args[2]));
		final List<Path> jars = FijiFolder.jarsIn(Path.of(args[1]));
		final String natives = args.length > 3 ? args[3].strip() : "";
		site.assemble(jars, natives, Files::copy);
		final FijiJars fijis = FijiJars.read(site.project());
		final List<String> problems = new SiteCheck(site, fijis,
			jars.stream().filter(jar -> fijis.areFijis(JarName.of(jar))).toList()).problems();
		problems.forEach(problem -> System.err.println("update site: " + problem));
		if (!problems.isEmpty())
			throw new IllegalStateException(
				"The update site is not fit to be published: " + problems.size() + " problems, see above");
		if (!natives.isEmpty())
			zip(site.folder(), site.folder().resolveSibling("drsformer-fiji-" + natives + ".zip"));
		System.out.println("Update site: " + site.folder());
	}

	/** To be unpacked in the Fiji folder. Jars are compressed already. */
	private static void zip(final Path folder, final Path zip) throws IOException {
		try (OutputStream file = Files.newOutputStream(zip);
			ZipOutputStream out = new ZipOutputStream(file);
			Stream<Path> files = Files.walk(folder)) {
			out.setLevel(Deflater.NO_COMPRESSION);
			for (final Path one : files.filter(Files::isRegularFile).sorted().toList()) {
				final ZipEntry entry = new ZipEntry(folder.relativize(one).toString().replace('\\', '/'));
				entry.setLastModifiedTime(FileTime.fromMillis(0));
				out.putNextEntry(entry);
				Files.copy(one, out);
			}
		}
		System.out.println("To be unpacked in a Fiji folder: " + zip);
	}
}
