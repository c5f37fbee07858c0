package org.drsformer.evaluate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.drsformer.DrsformerException;
import org.drsformer.evaluate.score.Measure;
import org.drsformer.metric.Protocol;
import org.drsformer.metric.noreference.NoReference;

/**
 * The ways to score: against a target, and without one.
 *
 * <pre>
 * Protocols protocols = Protocols.byNames(List.of("rain200-spa", "niqe"));
 * </pre>
 *
 * @param paired protocols that compare a result with its target
 * @param single protocols that score an image by itself
 */
public record Protocols(List<Protocol> paired, List<NoReference> single) {

	public Protocols {
		paired = List.copyOf(paired);
		single = List.copyOf(single);
	}

	/** Returns protocols that need targets. */
	public static Protocols of(final Protocol... paired) {
		return new Protocols(List.of(paired), List.of());
	}

	/** Returns every protocol. */
	public static Protocols all() {
		return new Protocols(Protocol.all(), NoReference.all());
	}

	/** Returns the names of all protocols, those that need no target last. */
	public static List<String> names() {
		return Stream
			.concat(Protocol.all().stream().map(Protocol::name), NoReference.all().stream().map(NoReference::name))
			.toList();
	}

	/** Returns the names of the protocols that need no target, for sentences: {@code niqe or brisque}. */
	public static String singleNames() {
		return NoReference.all().stream().map(NoReference::name).collect(Collectors.joining(" or "));
	}

	/**
	 * Returns the protocols with some names.
	 *
	 * @throws DrsformerException if there is no such protocol; the message lists all names
	 */
	public static Protocols byNames(final Collection<String> names) {
		names.forEach(Protocols::check);
		return new Protocols(names.stream().distinct().filter(name -> !isSingle(name)).map(Protocol::byName).toList(),
			names.stream().distinct().filter(Protocols::isSingle).map(NoReference::byName).toList());
	}

	/**
	 * Checks a name.
	 *
	 * @throws DrsformerException if there is no such protocol; the message lists all names
	 */
	public static void check(final String name) {
		if (!names().contains(name))
			throw new DrsformerException(
				"There is no protocol " + name + "; use one of " + String.join(", ", names()) + ".");
	}

	private static boolean isSingle(final String name) {
		return NoReference.all().stream().anyMatch(protocol -> protocol.name().equals(name));
	}

	/** Returns these protocols against a range that the user states. */
	public Protocols withDataRange(final double dataRange) {
		return new Protocols(paired.stream().map(protocol -> protocol.withDataRange(dataRange)).toList(),
			single.stream().map(protocol -> protocol.withDataRange(dataRange)).toList());
	}

	/**
	 * Returns what is scored: if there are targets, they are scored against too, by the usual protocol unless another
	 * one is named.
	 *
	 * @param targets the target or targets, if any
	 * @param usual the protocol against targets if none is named
	 * @throws DrsformerException if there are no targets, and a protocol that needs them is named, or none at all
	 */
	public Protocols forTargets(final Optional<?> targets, final Protocol usual) {
		if (targets.isPresent())
			return paired.isEmpty() ? new Protocols(List.of(usual), single) : this;
		if (paired.isEmpty() && !single.isEmpty())
			return this;
		throw new DrsformerException("The protocol " + (paired.isEmpty() ? usual : paired.get(0)) +
			" scores against clean targets; name them, or use the protocol " + singleNames() + ", which needs none.");
	}

	/** Returns the names of those without a target, for sentences: {@code niqe and brisque}. */
	public String singles() {
		return single.stream().map(NoReference::name).collect(Collectors.joining(" and "));
	}

	/** Returns everything that is measured, protocol after protocol. */
	List<Measure> measures() {
		return Stream
			.concat(paired.stream().flatMap(protocol -> Measure.of(protocol).stream()),
				single.stream().map(Measure::of))
			.toList();
	}

	/** Returns the names of these protocols. */
	@Override
	public String toString() {
		return Stream.concat(paired.stream(), single.stream()).map(Object::toString).collect(Collectors.joining(", "));
	}
}
