package org.chiralkick.host.internal.watch;

import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Warnings that are asked for in every step and logged once each. */
public final class Remarks {
    /** Remarks that are known; after as many others one may be logged again. */
    private static final int MOST = 100;

    private final BiConsumer<Level, String> log;
    private final Set<String> said = new HashSet<>();
    private String latest = "";

    /** Makes one that writes to a log. */
    public Remarks(BiConsumer<Level, String> log) {
        this.log = log;
    }

    /** Logs a remark if it is there and has not been logged. */
    public void say(Optional<String> words) {
        if (words.isEmpty() || words.get().equals(latest)) {
            return;
        }
        latest = words.get();
        if (said.size() == MOST) {
            said.clear();
        }
        if (said.add(latest)) {
            log.accept(Level.WARNING, latest);
        }
    }
}
