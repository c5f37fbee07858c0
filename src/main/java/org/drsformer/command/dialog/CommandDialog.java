package org.drsformer.command.dialog;

import java.awt.BorderLayout;
import java.awt.Dialog.ModalityType;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

import javax.swing.JButton;
import javax.swing.JDialog;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;

import org.drsformer.DrsformerException;
import org.drsformer.command.dialog.field.Hints;
import org.drsformer.command.dialog.field.InputPanel;
import org.drsformer.command.dialog.field.Inputs;
import org.drsformer.command.dialog.frame.AfterDialog;
import org.drsformer.command.dialog.frame.DialogFrame;
import org.drsformer.command.dialog.frame.FileDrop;
import org.drsformer.command.dialog.frame.Message;
import org.drsformer.command.help.HelpWindow;
import org.drsformer.command.preview.PreviewBox;
import org.drsformer.command.preview.Previewed;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.prefs.PrefService;

import ij.plugin.frame.Recorder;

/** Asks for the inputs of a command. */
public final class CommandDialog {

	private final Module module;
	private final DialogMemory memory;
	private final Inputs inputs;
	private final JDialog window;
	private final Message message = new Message();
	private boolean accepted;

	private CommandDialog(final Module module, final List<ModuleItem<?>> items, final PrefService preferences) {
		this.module = module;
		memory = DialogMemory.of(module, preferences);
		inputs = new Inputs(module, items);
		memory.load(inputs);
		window = new JDialog((Window) null, module.getInfo().getTitle(), ModalityType.APPLICATION_MODAL);
		fill();
	}

	/**
	 * Sets and resolves inputs as the user chooses. Shows the values that the user chose the last time.
	 *
	 * @param items the inputs that are asked for
	 * @param preferences keep the last values
	 * @return whether the user has pressed OK
	 * @throws DrsformerException if fewer images are open than the command needs
	 */
	public static boolean ask(final Module module, final List<ModuleItem<?>> items, final PrefService preferences) {
		final boolean[] accepted = new boolean[1];
		onEvents(() -> accepted[0] = new CommandDialog(module, items, preferences).open());
		if (!accepted[0])
			// else the recorder would write the command without its options
			Recorder.setCommand(null);
		return accepted[0];
	}

	private static void onEvents(final Runnable work) {
		try {
			if (SwingUtilities.isEventDispatchThread())
				work.run();
			else
				SwingUtilities.invokeAndWait(work);
		}
		catch (final InvocationTargetException failure) {
			if (failure.getCause() instanceof final RuntimeException fault)
				throw fault;
			throw new IllegalStateException(failure.getCause());
		}
		catch (final InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/** Returns the preview, if the command has one, and the message. */
	private JPanel footer() {
		final JPanel footer = new JPanel(new BorderLayout());
		if (module.getDelegateObject() instanceof final Previewed command)
			footer.add(new PreviewBox(command));
		footer.add(message, BorderLayout.SOUTH);
		return footer;
	}

	private void fill() {
		final JButton ok = new JButton("OK");
		ok.addActionListener(event -> accept());
		final JButton defaults = new JButton("Defaults");
		defaults.setToolTipText("Shows the values that a macro without options uses");
		defaults.addActionListener(event -> inputs.reset());
		final JPanel content = new JPanel(new BorderLayout());
		content.add(new InputPanel(inputs));
		content.add(footer(), BorderLayout.SOUTH);
		new DialogFrame(window).add(content, () -> HelpWindow.show(module.getInfo().get(Hints.HELP)), ok, defaults);
		FileDrop.on(window.getRootPane(), inputs::accept);
		window.addWindowListener(new WindowAdapter() {

			@Override
			public void windowActivated(final WindowEvent event) {
				inputs.refresh();
			}
		});
	}

	/** Asks what the command wants confirmed, and tells it that the work begins. */
	private boolean confirmed() {
		if (!(module.getDelegateObject() instanceof final AfterDialog command))
			return true;
		final String question = command.question();
		final boolean sure = question.isEmpty() || JOptionPane.showConfirmDialog(window, question, window.getTitle(),
			JOptionPane.OK_CANCEL_OPTION) == JOptionPane.OK_OPTION;
		if (sure)
			command.accepted();
		return sure;
	}

	/** Returns when the window is closed. */
	private boolean open() {
		window.pack();
		window.setLocationRelativeTo(KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow());
		window.setVisible(true);
		return accepted;
	}

	/** The values are remembered before the command runs, so that an error does not lose them. */
	private void accept() {
		memory.save(inputs);
		try {
			if (!inputs.finish() || !confirmed())
				return;
			accepted = true;
			window.dispose();
		}
		catch (final DrsformerException invalid) {
			message.tell(invalid.getMessage());
			window.pack();
		}
	}
}
