package org.drsformer.command.dialog.importing;

import java.awt.Color;
import java.awt.Component;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;

import org.drsformer.command.dialog.frame.Html;
import org.drsformer.model.ModelSummary;

/** Shows each model of a list as its name, and below it a line about it. */
public final class ModelLines extends DefaultListCellRenderer {

	private static final long serialVersionUID = 1;

	private final transient Map<String, ModelSummary> models = new LinkedHashMap<>();

	/**
	 * @param models with a line about each
	 * @param choices all names of the list; those that are no models stand for random weights
	 */
	public ModelLines(final List<ModelSummary> models, final List<?> choices) {
		models.forEach(model -> this.models.put(model.name(), model));
		choices.forEach(choice -> this.models.computeIfAbsent(choice.toString(),
			name -> new ModelSummary(name, true, "random weights: a new network of the size below")));
	}

	/** Returns the names, in the order of the list. */
	public String[] names() {
		return models.keySet().toArray(String[]::new);
	}

	public boolean contains(final String name) {
		return models.containsKey(name);
	}

	/** Returns whether this is a published model that must be downloaded and imported first. */
	public boolean isMissing(final String name) {
		return contains(name) && !models.get(name).installed();
	}

	/** Returns the line about a model; an empty text if it is not in the list. */
	public String about(final String name) {
		return contains(name) ? models.get(name).text() : "";
	}

	@Override
	public Component getListCellRendererComponent(final JList<?> list, final Object value, final int index,
		final boolean selected, final boolean focused)
	{
		final String name = String.valueOf(value);
		final boolean inPopup = index >= 0;
		final Component line = super.getListCellRendererComponent(list, inPopup ? lines(name) : name, index, selected,
			focused);
		if (inPopup && !selected && isMissing(name))
			line.setForeground(Color.GRAY);
		return line;
	}

	private String lines(final String name) {
		if (name.isEmpty())
			return "(none)";
		final String about = about(name);
		return about.isEmpty() ? name : "<html><b>" + Html.escape(name) + "</b><br><small>" + Html.escape(about);
	}
}
