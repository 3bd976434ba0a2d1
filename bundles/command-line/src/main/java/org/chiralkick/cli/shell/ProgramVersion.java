package org.chiralkick.cli.shell;

import org.chiralkick.study.Version;
import picocli.CommandLine.IVersionProvider;

/** The line that {@code --version} prints. */
public final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"chiralkick " + Version.text()};
    }
}
