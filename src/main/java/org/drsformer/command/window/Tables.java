package org.drsformer.command.window;

import java.awt.Rectangle;
import java.awt.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import ij.WindowManager;
import ij.gui.GUI;
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

	/**
	 * Moves a new window below those that are in its place; if the screen ends there, lets it leave their titles free.
	 */
	static void moveAside(final Window window) {
		final List<Rectangle> others = Arrays.stream(WindowManager.getAllNonImageWindows())
			.filter(other -> other != window && other.isVisible())
			.map(Window::getBounds)
			.toList();
		window.setBounds(place(window.getBounds(), others, GUI.getMaxWindowBounds(window)));
	}

	/** Returns where a window goes that would be at a place which others may have. */
	static Rectangle place(final Rectangle wanted, final List<Rectangle> others, final Rectangle screen) {
		final Rectangle below = new Rectangle(wanted);
		move(below, others, other -> below.y = other.y + other.height);
		if (below.y + below.height <= screen.y + screen.height)
			return below;
		final Rectangle title = title(wanted);
		move(title, others.stream().map(Tables::title).toList(), other -> title.translate(STEP, STEP));
		return new Rectangle(title.x, title.y, wanted.width, wanted.height);
	}

	private static Rectangle title(final Rectangle window) {
		return new Rectangle(window.x, window.y, window.width, STEP);
	}

	private static void move(final Rectangle window, final List<Rectangle> others, final Consumer<Rectangle> step) {
		Optional<Rectangle> other = overlapping(window, others);
		while (other.isPresent()) {
			step.accept(other.get());
			other = overlapping(window, others);
		}
	}

	private static Optional<Rectangle> overlapping(final Rectangle window, final List<Rectangle> others) {
		return others.stream().filter(window::intersects).findFirst();
	}
}
