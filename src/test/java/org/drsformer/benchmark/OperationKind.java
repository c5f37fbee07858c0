package org.drsformer.benchmark;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The kinds of libtorch's operations in a forward pass. */
enum OperationKind {

	POINTWISE("1x1 convolution", "^(linear|matmul)$"), //
	DEPTHWISE("depthwise convolution", null), //
	GROUPED("grouped convolution", null), //
	DENSE("dense convolution", null), //
	NORM("layer norm", "norm|mean|var|sqrt|square|pow"), //
	ATTENTION("attention: products, top-k, softmax", "softmax|topk|sort|scatter|^exp$|^max$"), //
	MOVEMENT("data movement", "copy|clone|contiguous|cat|empty|zero|one|fill|full|resize|stride|slice|select|narrow|" +
		"index|view|reshape|permute|transpose|^t$|alias|expand|squeeze|^to$|shuffle|set_|resolve|detach|split|chunk|" +
		"pad"), //
	ELEMENTWISE("element-wise, sums, pooling", "");

	private final String text;
	private final Pattern names;

	OperationKind(final String text, final String names) {
		this.text = text;
		this.names = names == null ? null : Pattern.compile(names);
	}

	/**
	 * Returns the kind of an operation: of convolutions and products by the shapes of their arguments, else by the
	 * name.
	 */
	static OperationKind of(final Operation operation) {
		if (operation.isConvolution())
			return ofConvolution(operation);
		if (operation.isProduct())
			return ofProduct(operation);
		return Stream.of(values()).filter(kind -> kind.fits(operation.name())).findFirst().orElseThrow();
	}

	private boolean fits(final String name) {
		return names != null && names.matcher(name).find();
	}

	/** Returns the kind of a convolution, by the weight (out, in / groups, k, k). */
	private static OperationKind ofConvolution(final Operation convolution) {
		final long[] weight = convolution.shape(1);
		final long groups = convolution.shape(0)[1] / weight[1];
		if (groups > 1)
			return weight[1] == 1 ? DEPTHWISE : GROUPED;
		return weight[2] * weight[3] == 1 ? POINTWISE : DENSE;
	}

	/**
	 * A 1x1 convolution has the many pixels as rows on its left; the scores sum over them, A v has them on its right.
	 */
	private static OperationKind ofProduct(final Operation product) {
		final long[] left = product.left();
		return left[left.length - 2] > left[left.length - 1] ? POINTWISE : ATTENTION;
	}

	@Override
	public String toString() {
		return text;
	}
}
