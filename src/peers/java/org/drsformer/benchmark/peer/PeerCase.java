package org.drsformer.benchmark.peer;

import java.nio.file.Path;

import org.drsformer.benchmark.Size;

/**
 * One comparison of the two programs.
 *
 * @param onnx the file of the exported network
 * @param model the name or path of the same network for this software
 * @param size of the image
 * @param threads of each program
 * @param spinning whether threads of ONNX Runtime wait actively, which is its default
 */
record PeerCase(Path onnx, String model, Size size, int threads, boolean spinning) {

	@Override
	public String toString() {
		return size + ", " + threads + (threads == 1 ? " thread" : " threads");
	}
}
