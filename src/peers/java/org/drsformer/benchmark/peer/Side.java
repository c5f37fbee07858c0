package org.drsformer.benchmark.peer;

/** The two programs that are compared. */
public enum Side {
	/** ONNX Runtime, on the file of an exported network. */
	ONNX_RUNTIME("ONNX Runtime"),
	/** This software, as for users. */
	OURS("ours");

	private final String label;

	Side(final String label) {
		this.label = label;
	}

	/** Returns the loaded network of this side; the caller closes it. */
	Peer load(final PeerCase of) {
		return this == OURS ? new OurPeer(of.model(), of.threads())
			: new OnnxPeer(OnnxFile.open(of.onnx(), of.threads(), of.spinning()));
	}

	@Override
	public String toString() {
		return label;
	}
}
