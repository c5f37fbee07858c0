package org.drsformer.command;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.drsformer.DrsformerException;
import org.drsformer.Progress;
import org.drsformer.command.beforeafter.BeforeAfter;
import org.drsformer.command.dialog.field.Hints;
import org.drsformer.command.dialog.frame.AfterDialog;
import org.drsformer.command.preview.Previewed;
import org.drsformer.command.window.Display;
import org.drsformer.command.window.Replacement;
import org.drsformer.derain.Derainer;
import org.drsformer.derain.SharedDerainers;
import org.drsformer.derain.imageplus.DerainedImage;
import org.drsformer.derain.imageplus.ImageChoice;
import org.drsformer.derain.imageplus.ImagePlusDerainer;
import org.drsformer.derain.imageplus.ImageTarget;
import org.drsformer.derain.imageplus.NewFile;
import org.drsformer.derain.imageplus.NewFolder;
import org.drsformer.derain.imageplus.NewImage;
import org.drsformer.derain.imageplus.SameImage;
import org.drsformer.image.ChannelChoice;
import org.drsformer.image.PlaneChoice;
import org.drsformer.image.file.ImageFiles;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;

import ij.ImagePlus;

/** Derains the active image. */
@Plugin(type = Command.class, headless = true,
	menu = { @Menu(label = "Plugins"), @Menu(label = "DRSformer"), @Menu(label = "Derain Image...") },
	attrs = @Attr(name = Hints.HELP, value = "fiji.md#derain-an-image"))
public final class DerainImage extends DerainingCommand implements Previewed, AfterDialog {

	@Parameter(label = "Image", description = "The image to derain; if it has an area selection, only its inside",
		attrs = @Attr(name = DrsformerCommandInfo.FIRST))
	private ImagePlus image;

	@Parameter(label = "Planes",
		description = "all; current: the time point and z position that is shown; range: time points from first to" +
			" last, or z positions if the image has no time axis; always with all channels",
		choices = { "all", "current", "range" }, persist = false)
	private String planes = "all";

	@Parameter(label = "First of range", description = "Counted from 1", min = "1", persist = false,
		attrs = @Attr(name = Hints.ENABLED_IF, value = "planes=range"))
	private int first = 1;

	@Parameter(label = "Last of range", description = "0 for the end", min = "0", persist = false,
		attrs = @Attr(name = Hints.ENABLED_IF, value = "planes=range"))
	private int last;

	@Parameter(label = "Channels",
		description = "rgb: three channels are red, green and blue; each: every channel is an image by itself;" +
			" auto: as rgb in RGB images and if the lookup tables are red, green and blue (8 bit), else as each",
		choices = { "auto", "rgb", "each" }, persist = false)
	private String channels = "auto";

	@Parameter(label = "In place", description = "Changes the image itself instead of making a new one",
		persist = false)
	private boolean inplace;

	@Parameter(label = "Rain layer", description = "Also shows the rain that was removed: input minus result",
		persist = false)
	private boolean rain;

	@Parameter(label = "Before/after window",
		description = "Also shows the image before and after deraining in one window, with a line between them to" +
			" drag",
		persist = false)
	private boolean compare;

	@Parameter(label = "Save to",
		description = "Writes the result plane by plane to this file, such as a .tif, or to a folder if the name" +
			" is not an image name, and opens it from there: for stacks larger than the memory. The rain layer" +
			" goes beside it. Empty writes nothing",
		style = FileWidget.SAVE_STYLE, required = false, autoFill = false, persist = false)
	private File save;

	@Parameter(label = "Derained image", type = ItemIO.OUTPUT)
	private ImagePlus derained;

	@Parameter(label = "Rain layer", type = ItemIO.OUTPUT)
	private ImagePlus rainlayer;

	@Override
	String task() {
		return "Derain " + image.getTitle();
	}

	@Override
	String cancelled() {
		return "Deraining was cancelled; the image is as it was.";
	}

	@Override
	public ImagePlus image() {
		return image;
	}

	@Override
	public List<Object> choices() {
		return Arrays.asList(super.choices(), channels);
	}

	@Override
	public ChannelChoice channelChoice() {
		return ChannelChoice.parse(channels);
	}

	@Override
	public String question() {
		return Replacement.question(target().existing(rain));
	}

	@Override
	void work(final Progress progress) {
		final ImageChoice choice = new ImageChoice(PlaneChoice.parse(planes, first, last), channelChoice(), true);
		final ImageTarget target = target();
		final List<Path> existing = target.existing(rain);
		try (Derainer derainer = SharedDerainers.ofThisJvm().open(settings())) {
			final BeforeAfter both = compare ? BeforeAfter.of(image, choice) : null;
			final DerainedImage result = new ImagePlusDerainer(image, choice, derainer, progress).into(target, rain);
			rainlayer = Display.image(result.rain());
			if (compare)
				both.show(result.image());
			// the image that is shown last becomes the active one
			derained = inplace ? result.image() : Display.image(result.image());
			if (compare)
				both.placeBeside(derained);
		}
		if (!hadDialog())
			Replacement.log(existing);
	}

	private ImageTarget target() {
		if (compare && inplace)
			throw new DrsformerException(
				"A window before and after needs the image as it was; leave out inplace or compare.");
		if (save == null || save.getPath().isBlank())
			return inplace ? new SameImage(image) : new NewImage(image, modelTask());
		if (inplace)
			throw new DrsformerException(
				"The result cannot be both in place and in " + save + "; leave out inplace or save.");
		return ImageFiles.isImageName(save.toPath()) ? new NewFile(image, save.toPath(), modelTask())
			: new NewFolder(image, save.toPath(), modelTask());
	}
}
