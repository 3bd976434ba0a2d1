package org.chiralkick.cli.shell;

import java.nio.file.Path;
import org.chiralkick.study.Session;

/** What a command knows of the program it belongs to. */
public interface Shell {
    /** Returns the streams of the command. */
    Terminal terminal();

    /** Returns whether an error shows its stack trace. */
    boolean debug();

    /** Returns the folder of the distribution. */
    Path home();

    /** Starts Felix on the folder of the distribution, for the length of one command. */
    default Session session() {
        return Session.open(home());
    }
}
