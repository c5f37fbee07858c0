package org.drsformer.cli.evaluate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.evaluate.Protocols;
import org.drsformer.metric.Protocol;
import org.drsformer.metric.noreference.NoReference;

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
		"How to score; may be given several times. The protocols are listed below. niqe and brisque need no target.",
		"Default where there is a target: rain200-spa." })
	private List<String> names = List.of();

	@Option(names = "--data-range", paramLabel = "N",
		description = { "Distance between the darkest and the brightest possible value, such as 4095 for 12 bit.",
			"Default: the range of the pixel type, if the protocol scores it." })
	private Double dataRange;

	/** Adds a description of each protocol below the options of the command. */
	@Spec(Spec.Target.MIXEE)
	void describeIn(final CommandSpec command) {
		command.usageMessage()
			.footer(Stream
				.of(Stream.of("", "Protocols:"),
					Protocol.all().stream().flatMap(protocol -> help(protocol.name(), protocol.description())),
					NoReference.all().stream().flatMap(protocol -> help(protocol.name(), protocol.description())))
				.flatMap(lines -> lines)
				.toArray(String[]::new));
	}

	private static Stream<String> help(final String name, final String description) {
		return Stream.concat(Stream.of("  @|bold " + name + "|@"),
			LINE.matcher(description).results().map(line -> "    " + line.group(1)));
	}

	/**
	 * Returns the protocols that the options choose.
	 *
	 * @param targets the target or targets, if any
	 * @param usual the protocol against targets that is used if none is named
	 * @throws DrsformerException if there is no such protocol, it needs targets and there are none, or if the data
	 *         range is not positive
	 */
	Protocols protocols(final Optional<?> targets, final Protocol usual) {
		final Protocols protocols = Protocols.byNames(names).forTargets(targets.isPresent(), usual);
		return dataRange == null ? protocols : protocols.withDataRange(dataRange);
	}
}
