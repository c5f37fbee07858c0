package org.drsformer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.drsformer.DrsformerException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import ai.djl.Device;

class ComputeDeviceTest {

	@ParameterizedTest
	@CsvSource({ "auto,0,cpu", "auto,2,gpu0", "cpu,0,cpu", "cpu,2,cpu", "gpu,1,gpu0", "gpu:1,2,gpu1", "GPU:1,2,gpu1" })
	void choosesAmongTheGpusThatExist(final String text, final int gpus, final String expected) {
		final Device device = ComputeDevice.parse(text).on(gpus);
		assertEquals(expected, device.isGpu() ? "gpu" + device.getDeviceId() : device.getDeviceType());
	}

	@ParameterizedTest
	@CsvSource({ "gpu,0", "gpu:0,0", "gpu:1,1" })
	void refusesAGpuThatDoesNotExist(final String text, final int gpus) {
		final ComputeDevice device = ComputeDevice.parse(text);
		final String sentence = assertThrows(DrsformerException.class, () -> device.on(gpus)).getMessage();
		assertTrue(sentence.contains(text) && sentence.contains("use the device auto or cpu"), sentence);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "cuda", "gpu:", "gpu:-1", "gpu:x", "gpu:99999999999" })
	void refusesAnUnknownDevice(final String text) {
		final String sentence = assertThrows(DrsformerException.class, () -> ComputeDevice.parse(text)).getMessage();
		assertTrue(sentence.contains("auto, cpu, gpu or gpu:1"), sentence);
	}

	@Test
	void returnsTheTextOfTheUser() {
		assertEquals("gpu:1", ComputeDevice.parse(" gpu:1 ").toString());
		assertEquals(ComputeDevice.AUTO, ComputeDevice.parse("Auto"));
	}
}
