package org.chiralkick.cli.shell;

/** Exit codes of every command. */
public final class ExitCode {
    /** The command did what was requested, and every check passed. */
    public static final int OK = 0;

    /** The run failed: a file, a source or a state was not usable; or a check did not pass. */
    public static final int FAILED = 1;

    /** The command line itself was wrong: an unknown option, or a value that no run could use. */
    public static final int USAGE = 2;

    private ExitCode() {}
}
