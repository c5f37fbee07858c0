package org.drsformer.model;

import java.util.Locale;

/** What a model takes away from images. */
public enum Task {

	DERAIN("derained", "rain"), DEBLUR("deblurred", "blur"), DENOISE("denoised", "noise");

	private final String result;
	private final String removed;

	Task(final String result, final String removed) {
		this.result = result;
		this.removed = removed;
	}

	/** Returns the word for a result, such as {@code derained}. */
	public String result() {
		return result;
	}

	/** Returns the word for what is taken away, such as {@code rain}. */
	public String removed() {
		return removed;
	}

	/**
	 * Returns the task of a model: that of the published model with its name, or else what its name tells. The model is
	 * not read.
	 *
	 * @param nameOrPath as {@link ModelLibrary#find} takes it
	 */
	public static Task ofModel(final String nameOrPath) {
		final String name = nameOrPath.strip().replaceAll(".*[/\\\\]|\\.(pth|safetensors)$", "");
		return PublishedModel.byName(name).map(PublishedModel::task).orElseGet(() -> ofName(name));
	}

	/** Returns the task that the name of a model tells, such as {@code my-denoising}; deraining if it tells none. */
	static Task ofName(final String name) {
		final String small = name.toLowerCase(Locale.ROOT);
		if (small.contains("deblur"))
			return DEBLUR;
		return small.contains("denois") ? DENOISE : DERAIN;
	}
}
