package org.drsformer.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The jars whose versions pom-scijava manages. Fiji is built with it, so each jar that it ships is one of them or none
 * of ours. {@link #main} writes {@code update-site/fiji-jars.txt}.
 */
final class ManagedJars {

	/** Where the repository has a jar that is always there. */
	private static final String SOME_JAR = Path.of("/org", "scijava", "scijava-common").toString();
	private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

	private final Map<String, String> properties = new HashMap<>();
	private final Document pom;

	private ManagedJars(final Path repository, final String version) throws IOException {
		pom = parse(pom(repository, "pom-scijava", version));
		addProperties(parse(pom(repository, "pom-scijava-base", parentVersion(pom))));
		addProperties(pom);
	}

	private void addProperties(final Document from) {
		for (final Element element : children(from.getDocumentElement()))
			if (element.getTagName().equals("properties"))
				children(element)
					.forEach(property -> properties.put(property.getTagName(), property.getTextContent().strip()));
	}

	/** Writes the list for the parent of this project; the argument is the folder of the project. */
	public static void main(final String[] args) throws IOException {
		final Path project = Path.of(args.length == 0 ? "." : args[0]);
		Files.writeString(FijiJars.file(project), text(project));
	}

	/** The text of the list: a header, and {@code group:artifact:version} in alphabetical order. */
	static String text(final Path project) throws IOException {
		final String version = parentVersion(parse(project.resolve("pom.xml")));
		return "# Jars that Fiji may ship, so that no update site should: all that pom-scijava " + version +
			" manages.\n" + //
			"# Fiji is built with that parent (pom.xml of fiji/fiji) and takes the versions of its jars from" +
			" there.\n" + //
			"# Written by org.drsformer.site.ManagedJars, and compared by a test. Exceptions: extra-jars.txt\n" + //
			String.join("\n", new ManagedJars(localRepository(), version).jars()) + "\n";
	}

	/** The one that this JVM's jars come from: it has the parents, since this was built with them. */
	private static Path localRepository() {
		final Path jar = FijiFolder.classPath()
			.stream()
			.filter(path -> path.toString().contains(SOME_JAR))
			.findFirst()
			.orElseThrow();
		return Path.of(jar.toString().substring(0, jar.toString().indexOf(SOME_JAR)));
	}

	private static Path pom(final Path repository, final String artifact, final String version) {
		return repository.resolve(Path.of("org", "scijava", artifact, version, artifact + "-" + version + ".pom"));
	}

	private static String parentVersion(final Document child) {
		final Element parent = (Element) child.getElementsByTagName("parent").item(0);
		return parent.getElementsByTagName("version").item(0).getTextContent();
	}

	private List<String> jars() {
		final Element management = (Element) pom.getElementsByTagName("dependencyManagement").item(0);
		final NodeList dependencies = management.getElementsByTagName("dependency");
		return IntStream.range(0, dependencies.getLength())
			.mapToObj(i -> (Element) dependencies.item(i))
			.map(this::jar)
			.distinct()
			.sorted()
			.toList();
	}

	private String jar(final Element dependency) {
		return text(dependency, "groupId") + ":" + text(dependency, "artifactId") + ":" + text(dependency, "version");
	}

	private String text(final Element dependency, final String tag) {
		String text = dependency.getElementsByTagName(tag).item(0).getTextContent().strip();
		for (Matcher matcher = PROPERTY.matcher(text); matcher.find(); matcher = PROPERTY.matcher(text))
			text = matcher.replaceFirst(Matcher.quoteReplacement(properties.get(matcher.group(1))));
		return text;
	}

	private static List<Element> children(final Element element) {
		final NodeList nodes = element.getChildNodes();
		return IntStream.range(0, nodes.getLength())
			.mapToObj(nodes::item)
			.filter(node -> node.getNodeType() == Node.ELEMENT_NODE)
			.map(Element.class::cast)
			.toList();
	}

	private static Document parse(final Path file) throws IOException {
		try {
			return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
		}
		catch (final ParserConfigurationException | SAXException failure) {
			throw new IOException(file + " cannot be read", failure);
		}
	}
}
