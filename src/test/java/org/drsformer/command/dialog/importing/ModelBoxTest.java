package org.drsformer.command.dialog.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import javax.swing.DefaultComboBoxModel;
import javax.swing.JList;

import org.drsformer.model.ModelLibrary;
import org.drsformer.model.ModelSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBoxTest {

	@TempDir
	private Path folder;

	@Test
	void theListIsAsWideAsItsLongestLine() {
		final List<ModelSummary> models = new ModelLibrary(folder).summaries();
		final ModelLines lines = new ModelLines(models, List.of());
		final ModelBox box = new ModelBox();
		box.setRenderer(lines);
		box.setModel(new DefaultComboBoxModel<>(lines.names()));
		final JList<String> list = new JList<>();
		for (final ModelSummary model : models) {
			final int width = lines.getListCellRendererComponent(list, model.name(), 0, false, false)
				.getPreferredSize().width;
			assertTrue(box.widestLine() >= width, model + " has " + width + " pixels");
		}
	}

	@Test
	void aBoxThatIsNotShownHasItsOwnSize() {
		final ModelBox box = new ModelBox();
		box.setModel(new DefaultComboBoxModel<>(new String[] { "a name that is much longer than the box" }));
		box.setSize(50, 20);
		assertEquals(50, box.getSize().width);
	}
}
