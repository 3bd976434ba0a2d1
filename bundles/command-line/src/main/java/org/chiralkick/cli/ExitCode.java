package org.chiralkick.cli;

/** Exit codes of every command. */
final class ExitCode {
    /** The command did what it was asked, and every check passed. */
    static final int OK = 0;

    /** The run failed: a file, a source or a state was not usable; or a check did not pass. */
    static final int FAILED = 1;

    /** The command line itself was wrong: an unknown option, or a value that no run could use. */
    static final int USAGE = 2;

    private ExitCode() {}
}
