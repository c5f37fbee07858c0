package org.drsformer.image.file.avi;

/**
 * Where the parts of an AVI file lie and how many bytes they have, before any of them is written.
 *
 * @param count frames in the file
 * @param most frames in a part, at most; above 0
 * @param frameBytes bytes of a frame without its head
 * @param formatBytes bytes of the description of the frames, with the palette
 */
record AviLayout(int count, int most, int frameBytes, int formatBytes) {

	/** The name and the length of a chunk. */
	static final int CHUNK = 8;

	/** The head of a list: that of a chunk, and the type of the list. */
	static final int LIST = 12;

	/** The headers of the file and of its stream. */
	static final int HEADER = 56;

	/** The head of an index of OpenDML, without that of its chunk. */
	static final int INDEX_HEAD = 24;

	/** An entry of the index in the first part. */
	static final int OLD_ENTRY = 16;

	/** Returns the number of parts. */
	int parts() {
		return (count + most - 1) / most;
	}

	/** Returns the number of frames in a part. */
	int framesIn(final int part) {
		return Math.min(most, count - part * most);
	}

	/** Returns the bytes of a frame with its head. */
	int frameChunk() {
		return CHUNK + frameBytes;
	}

	/** Returns the bytes of the index of a part as OpenDML defines it; 0 if the file has only one part. */
	int indexBytes(final int part) {
		return parts() == 1 ? 0 : CHUNK + INDEX_HEAD + 8 * framesIn(part);
	}

	/** Returns the bytes of the index of all parts as OpenDML defines it, without its head. */
	int indexOfIndicesBytes() {
		return INDEX_HEAD + 16 * parts();
	}

	/** Returns the bytes of the list of the frames of a part. */
	int movieBytes(final int part) {
		return LIST + framesIn(part) * frameChunk() + indexBytes(part);
	}

	/** Returns the bytes of the list that describes the stream. */
	int streamBytes() {
		return LIST + CHUNK + HEADER + CHUNK + formatBytes + (parts() == 1 ? 0 : CHUNK + indexOfIndicesBytes());
	}

	/** Returns the bytes of the list of all headers. */
	int headerBytes() {
		return LIST + CHUNK + HEADER + streamBytes();
	}

	/** Returns the bytes of the index that only the first part has, without its head. */
	int oldIndexBytes() {
		return OLD_ENTRY * framesIn(0);
	}

	/** Returns the bytes of the whole first part. */
	int firstBytes() {
		return LIST + headerBytes() + movieBytes(0) + CHUNK + oldIndexBytes();
	}

	/** Returns the place in the file where the list of the frames of a part begins. */
	long movieStart(final int part) {
		long start = LIST + (part == 0 ? headerBytes() : firstBytes());
		for (int p = 1; p < part; p++)
			start += movieBytes(p) + LIST;
		return start;
	}
}
