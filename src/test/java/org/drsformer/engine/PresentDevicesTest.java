package org.drsformer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

class PresentDevicesTest {

	@Test
	void everyGpuHasAName() {
		assertEquals(List.of("auto", "cpu"), PresentDevices.names(0));
		assertEquals(List.of("auto", "cpu", "gpu", "gpu:1", "gpu:2"), PresentDevices.names(3));
	}

	@Test
	void everyNameIsADevice() {
		for (final String name : PresentDevices.names(12))
			assertEquals(name, ComputeDevice.parse(name).toString());
	}

	/** The natives of the build are those for the CPU. */
	@Test
	void nativesForTheCpuHaveNoGpu() {
		assertEquals(List.of("auto", "cpu"), PresentDevices.names());
	}
}
