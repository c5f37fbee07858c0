package org.drsformer.cli;

import org.drsformer.Software;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {

	@Override
	public String[] getVersion() {
		return new String[] { "drsformer " + Software.version() };
	}
}
