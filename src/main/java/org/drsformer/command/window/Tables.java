package org.drsformer.command.window;

import java.awt.Point;
import java.awt.Window;
import java.util.Arrays;

import ij.WindowManager;
import ij.measure.ResultsTable;

/** Opens tables. ImageJ would open each of them in the middle of the screen, on top of the one before. */
public final class Tables {

	private static final int STEP = 40;

	private Tables() {
		// static functions only
	}

	/** Opens a table, or renews the one with this title, and returns it. */
	public static ResultsTable show(final ResultsTable table, final String title) {
		final boolean isOpen = WindowManager.getWindow(title) != null;
		table.show(title);
		final Window window = WindowManager.getWindow(title);
		if (!isOpen && window != null)
			moveAside(window);
		return table;
	}

	/** Moves a new window until the title of no other window is behind its own. */
	static void moveAside(final Window window) {
		final Point place = window.getLocation();
		while (Arrays.stream(WindowManager.getAllNonImageWindows())
			.anyMatch(other -> other != window && other.isVisible() && covers(place, other.getLocation())))
			place.translate(STEP, STEP);
		window.setLocation(place);
	}

	private static boolean covers(final Point place, final Point other) {
		return Math.abs(place.x - other.x) < STEP && Math.abs(place.y - other.y) < STEP;
	}
}
