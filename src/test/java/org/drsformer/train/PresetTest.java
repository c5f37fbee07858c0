package org.drsformer.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.drsformer.model.ModelLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetTest {

	/** Else {@code --preset compact --from compact} would be refused. */
	@Test
	void compactIsTheSizeOfTheBundledModel(@TempDir final Path folder) {
		assertEquals(new ModelLibrary(folder).find("compact").configuration(), Preset.COMPACT.configuration());
	}
}
