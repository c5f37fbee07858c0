package org.drsformer.fiji;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;

import org.drsformer.macro.ClosedDialogs;

import ij.IJ;
import ij.WindowManager;
import net.imagej.Dataset;
import net.imagej.ImageJ;

/**
 * A program for {@link WindowsInFiji}: ImageJ2 with its windows runs wrong and right macros, and prints what dialogs
 * say.
 */
final class WindowedFiji {

	private WindowedFiji() {}

	public static void main(final String[] none) throws Exception {
		// first of all, so that nothing of ImageJ is loaded before
		final ImageJ imagej = new ImageJ();
		imagej.launch();
		Part.run(imagej);
		System.exit(0);
	}

	/** What needs classes of ImageJ. */
	private static final class Part {

		static void run(final ImageJ imagej) throws IOException {
			ClosedDialogs.listen(dialog -> false);
			final String image = "newImage('street.png', 'RGB random', 24, 16, 1);\n";
			macro("option", image + "run('Derain Image...', 'tile=64'); return 'went on';");
			macro("choice", image + "run('Derain Image...', 'planes=some'); return 'went on';");
			macro("image", "run('Derain Image...', 'model=compact'); return 'went on';");
			macro("title", image + "run('Compare Images...', 'result=street.png target=none.png'); return 'went on';");
			macro("model", image + "run('Derain Image...', 'model=none.pth'); return 'went on';");
			macro("function", image + "run('DRSformer Macro Functions'); Ext.useModel('none.pth'); return 'went on';");
			for (final File file : sorted(new File("macros")))
				macro(file.getName(), Files.readString(file.toPath()) + "\nreturn 'end';");
			print("datasets", imagej.object().getObjects(Dataset.class).size());
		}

		private static File[] sorted(final File folder) {
			final File[] macros = folder.listFiles((parent, name) -> name.endsWith(".ijm"));
			Arrays.sort(macros);
			return macros;
		}

		private static void macro(final String name, final String text) {
			print(name, IJ.runMacro(text));
			for (final int id : WindowManager.getIDList() == null ? new int[0] : WindowManager.getIDList()) {
				WindowManager.getImage(id).changes = false;
				WindowManager.getImage(id).close();
			}
		}

		private static void print(final String what, final Object value) {
			System.out.println((what + "\t" + value).replace('\n', ' '));
		}
	}
}
