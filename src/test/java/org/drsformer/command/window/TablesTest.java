package org.drsformer.command.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Rectangle;
import java.util.List;

import org.junit.jupiter.api.Test;

class TablesTest {

	private static final Rectangle SCREEN = new Rectangle(0, 0, 1400, 900);
	private static final Rectangle WANTED = new Rectangle(350, 150, 700, 300);

	private static Rectangle place(final Rectangle... others) {
		return Tables.place(WANTED, List.of(others), SCREEN);
	}

	@Test
	void staysWhereNothingIs() {
		assertEquals(WANTED, place(new Rectangle(0, 500, 1400, 300)));
	}

	@Test
	void goesBelowAnotherOne() {
		assertEquals(new Rectangle(350, 420, 700, 300), place(new Rectangle(400, 150, 600, 270)));
	}

	@Test
	void leavesTitlesFreeWhereTheScreenEnds() {
		assertEquals(new Rectangle(390, 190, 700, 300), place(WANTED, new Rectangle(350, 450, 700, 300)));
		assertEquals(new Rectangle(430, 230, 700, 300),
			place(WANTED, new Rectangle(390, 190, 700, 300), new Rectangle(350, 490, 700, 300)));
	}
}
