package org.drsformer.engine;

import java.lang.reflect.InvocationTargetException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of DJL. In Fiji the lines go to the console, whose window opens at every warning: at each start on a computer
 * with an old driver of its GPU, for instance. What matters to users comes as sentences from {@link EngineFailures}.
 */
final class DjlLog {

	private static final String NAME = "ai.djl";
	private static final String LOGBACK = "ch.qos.logback.classic.";

	private DjlLog() {
		// static functions only
	}

	/** Leaves out all but errors in Fiji's log, Logback, unless the user has set a level there. */
	static void quiet() {
		quiet(LoggerFactory.getLogger(NAME));
	}

	/** Logback is no library of ours, so its methods are looked up. */
	static void quiet(final Logger logger) {
		if (!logger.getClass().getName().startsWith(LOGBACK))
			return;
		try {
			final Class<?> level = Class.forName(LOGBACK + "Level", true, logger.getClass().getClassLoader());
			if (logger.getClass().getMethod("getLevel").invoke(logger) == null)
				logger.getClass().getMethod("setLevel", level).invoke(logger, level.getField("ERROR").get(null));
		}
		catch (final ReflectiveOperationException | LinkageError other) {
			logger.debug("The log of DJL stays as it is",
				other instanceof InvocationTargetException ? other.getCause() : other);
		}
	}
}
