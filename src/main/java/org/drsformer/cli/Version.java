package org.drsformer.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar carries. */
final class Version implements IVersionProvider {

	@Override
	public String[] getVersion() {
		final String version = Version.class.getPackage().getImplementationVersion();
		return new String[] { "drsformer " + (version == null ? "(not from a jar)" : version) };
	}
}
