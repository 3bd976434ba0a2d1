package org.chiralkick.host.internal.watch;

import java.lang.System.Logger.Level;
import java.util.function.BiConsumer;

/** The log of a host that names none. */
public enum StandardLog implements BiConsumer<Level, String> {
    /** The only one. */
    LOG;

    @Override
    public void accept(Level level, String message) {
        if (level == Level.ERROR) {
            // Said only while the process ends: a logger may have closed its files by then.
            System.err.println("org.chiralkick.host: " + message);
        } else {
            // Looked up when there is something to say: a logger costs a host's start milliseconds.
            System.getLogger("org.chiralkick.host").log(level, message);
        }
    }
}
