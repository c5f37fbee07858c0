package org.drsformer.command;

import java.util.List;

import org.drsformer.Progress;
import org.drsformer.derain.DerainSettings;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.SharedDerainers;
import org.drsformer.derain.imageplus.ClosedImages;
import org.drsformer.image.frame.Frames;
import org.drsformer.model.ModelLibrary;
import org.scijava.plugin.Plugin;
import org.scijava.service.AbstractService;
import org.scijava.service.Service;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.Type;

/**
 * Shares its networks with everything else in this JVM. SciJava creates it before ImageJ2 patches the classes of
 * ImageJ, so that it must not need any of them before it is used.
 */
@Plugin(type = Service.class)
public final class DefaultDerainService extends AbstractService implements DerainService {

	private final SharedDerainers derainers = SharedDerainers.ofThisJvm();

	@Override
	public List<String> models() {
		return ModelLibrary.ofUser().names();
	}

	@Override
	public DerainSettings settings(final String model) {
		return DerainSettings.of(derainers.model(model));
	}

	@Override
	public <T extends Type<T>> RandomAccessibleInterval<T> derain(final RandomAccessibleInterval<T> image) {
		return derain(image, ModelLibrary.BUNDLED);
	}

	@Override
	public <T extends Type<T>> RandomAccessibleInterval<T> derain(final RandomAccessibleInterval<T> image,
		final String model)
	{
		return derain(image, model, Frames.NO_CHANNEL_AXIS);
	}

	@Override
	public <T extends Type<T>> RandomAccessibleInterval<T> derain(final RandomAccessibleInterval<T> image,
		final String model, final int channelAxis)
	{
		return derain(image, channelAxis, settings(model), Progress.NONE);
	}

	@Override
	public <T extends Type<T>> RandomAccessibleInterval<T> derain(final RandomAccessibleInterval<T> image,
		final int channelAxis, final DerainSettings settings, final Progress progress)
	{
		try (Derainer derainer = open(settings)) {
			return derainer.derain(image, channelAxis, progress);
		}
	}

	@Override
	public Derainer open(final DerainSettings settings) {
		ClosedImages.watch();
		return derainers.open(settings);
	}

	@Override
	public void releaseUnused() {
		derainers.releaseUnused();
	}

	@Override
	public void dispose() {
		releaseUnused();
	}
}
