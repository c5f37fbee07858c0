package org.drsformer.command.preview;

import javax.swing.JPanel;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import org.scijava.widget.AbstractInputWidget;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetModel;

/** Shows a {@link PreviewBox} in a dialog of SciJava. */
@Plugin(type = InputWidget.class, priority = Priority.HIGH)
public final class PreviewWidget extends AbstractInputWidget<Boolean, JPanel> {

	/** The style of the input that gets this widget. */
	public static final String STYLE = "derain-preview";

	private PreviewBox box;

	@Override
	public boolean supports(final WidgetModel model) {
		return super.supports(model) && model.isBoolean() && model.isStyle(STYLE)
			&& model.getModule().getDelegateObject() instanceof Previewed;
	}

	@Override
	public void set(final WidgetModel model) {
		super.set(model);
		box = new PreviewBox((Previewed) model.getModule().getDelegateObject(), model.getModule()::getInputs);
	}

	@Override
	public Boolean getValue() {
		return false;
	}

	@Override
	public boolean isLabeled() {
		return false;
	}

	@Override
	public void refreshWidget() {
		// nothing but the user switches the preview
	}

	@Override
	public JPanel getComponent() {
		return box;
	}

	@Override
	public Class<JPanel> getComponentType() {
		return JPanel.class;
	}
}
