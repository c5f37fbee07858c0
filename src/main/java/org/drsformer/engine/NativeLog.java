package org.drsformer.engine;

import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.NativeLibrary;

/**
 * The log of libtorch, which writes to the console without Java. Its warnings are for its developers: on some virtual
 * machines, each convolution warns that it cannot use another library.
 */
final class NativeLog {

	private static final Logger LOG = LoggerFactory.getLogger(NativeLog.class);

	/** A level of libtorch; 0 is information, 1 are warnings. */
	static final int ERRORS = 2;

	private static final String LEVEL = "FLAGS_caffe2_log_level";

	/** The variable that Python programs set. */
	private static final String CHOICE = "TORCH_CPP_LOG_LEVEL";

	private NativeLog() {
		// static functions only
	}

	/** Leaves out all but errors, unless the user's environment sets a level. To be called after libtorch is loaded. */
	static void quiet() {
		try {
			if (System.getenv(CHOICE) == null)
				c10().getGlobalVariableAddress(LEVEL).setInt(0, ERRORS);
		}
		catch (final RuntimeException | LinkageError failure) {
			LOG.debug("The warnings of PyTorch are shown", failure);
		}
	}

	/** Returns the lowest level that is written. */
	static int level() {
		return c10().getGlobalVariableAddress(LEVEL).getInt(0);
	}

	private static NativeLibrary c10() {
		return NativeLibrary.getInstance(Path.of(LibUtils.getLibtorchPath(), System.mapLibraryName("c10")).toString());
	}
}
