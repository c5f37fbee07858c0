package org.drsformer.cli.evaluate;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.metric.Protocol;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The options of the scoring commands that say how images are scored, and the description of the protocols in their
 * help.
 */
final class ProtocolOptions {

	/** The words that fit on a line of the help. */
	private static final Pattern LINE = Pattern.compile("(\\S.{0,72})(?: |$)");

	@Option(names = "--protocol", paramLabel = "P", description = {
		"How to score; may be given several times. The protocols are listed below.", "Default: rain200-spa." })
	private List<String> names = List.of();

	@Option(names = "--data-range", paramLabel = "N",
		description = { "Distance between the darkest and the brightest possible value, such as 4095 for 12 bit.",
			"Default: the range of the pixel type, if the protocol scores it." })
	private Double dataRange;

	/** Adds a description of each protocol below the options of the command. */
	@Spec(Spec.Target.MIXEE)
	void describeIn(final CommandSpec command) {
		command.usageMessage()
			.footer(Stream.concat(Stream.of("", "Protocols:"), Protocol.all().stream().flatMap(ProtocolOptions::help))
				.toArray(String[]::new));
	}

	private static Stream<String> help(final Protocol protocol) {
		return Stream.concat(Stream.of("  @|bold " + protocol.name() + "|@"),
			LINE.matcher(protocol.description()).results().map(line -> "    " + line.group(1)));
	}

	/**
	 * Returns the protocols that the options choose.
	 *
	 * @param usual the protocol that is used if none is named
	 * @throws DrsformerException if there is no such protocol, or if the data range is not positive
	 */
	List<Protocol> protocols(final Protocol usual) {
		final List<Protocol> protocols = names.isEmpty() ? List.of(usual)
			: names.stream().distinct().map(Protocol::byName).toList();
		return dataRange == null ? protocols
			: protocols.stream().map(protocol -> protocol.withDataRange(dataRange)).toList();
	}
}
