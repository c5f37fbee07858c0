package org.drsformer.cli;

import org.drsformer.Software;

import picocli.CommandLine.IVersionProvider;

/** The text of {@code --version}. */
final class Version implements IVersionProvider {

	@Override
	public String[] getVersion() {
		return new String[] { "drsformer " + Software.version() };
	}
}
